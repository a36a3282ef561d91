import { constants } from "node:buffer";
import { readFile } from "node:fs/promises";
import { assertSameFolder, inListedFolder } from "../../host/listedFolder";
import { readOpenFile } from "../../host/readBounded";
import { withRegularFile } from "../../host/regularFile";
import type { FilePath } from "../../host/safetyCopy";
import { type FileLocation, linkReason } from "./fileLocation";
import { baseNameOf, joinPath } from "./filePath";

/** The maximum length of a string in V8. */
export const bounds = { bytes: constants.MAX_STRING_LENGTH };

/**
 * Reads a file's bytes. It waits for another program only if an argument is a pipe, for example `/dev/stdin`.
 * @throws Error if it cannot be read, is a socket or a device, or has more bytes than a string can have
 * characters; for a file in a listed folder also if it is a pipe or a link, or the folder has changed
 */
export function readRegularFile({ location, folder }: FileLocation): Promise<Buffer> {
  if (!folder) return readArgument(location);
  return inListedFolder(folder, (pinnedFolder) => {
    const path = joinPath(pinnedFolder, baseNameOf(location));
    return withRegularFile(path, { refusesLink: true }, async (handle, info) => {
      await assertSameFolder(folder);
      return readOpenFile(handle, info, bounds);
    }).catch(withReason);
  });
}

function readArgument(location: FilePath): Promise<Buffer> {
  // the pipe stays open meanwhile, so that its writer always has a reader
  return withRegularFile(location, { acceptsPipe: true }, (handle, info) =>
    info.isFIFO() ? readFile(location) : readOpenFile(handle, info, bounds),
  );
}

function withReason(error: NodeJS.ErrnoException): never {
  if (error.code !== "ELOOP") throw error;
  throw new Error(linkReason);
}
