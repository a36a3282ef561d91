import { constants } from "node:buffer";
import { constants as flags } from "node:fs";
import { type FileHandle, open, readFile } from "node:fs/promises";
import { assertSameFolder, inListedFolder } from "../../host/listedFolder";
import { FileTooLarge } from "../../host/readBounded";
import type { FilePath } from "../../host/safetyCopy";
import { nameIn, pathIn } from "./filePath";
import { type FoundFile, isLinkNow } from "./foundFile";

const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = flags;

/**
 * Reads a file's bytes. It waits for nobody to write them, but where a pipe is an argument, `/dev/stdin` for one.
 * @throws Error where it cannot be read, is a socket or a device, or has more bytes than a text can have characters; a
 * pipe, a link, or a folder that is another one by now, where it is no argument
 */
export function readRegular({ location, folder }: FoundFile): Promise<Buffer> {
  if (!folder) return withFile(location, O_RDONLY | O_NONBLOCK, (handle) => readArgument(handle, location));
  return inListedFolder(folder, (fixed) => {
    const path = pathIn(fixed, nameIn(location));
    return withFile(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW, async (handle) => {
      await assertSameFolder(folder);
      return readWhole(handle);
    }).catch(explain);
  });
}

async function withFile(
  path: FilePath,
  mode: number,
  read: (handle: FileHandle) => Promise<Buffer>,
): Promise<Buffer> {
  const handle = await open(path, mode);
  try {
    return await read(handle);
  } finally {
    await handle.close();
  }
}

async function readArgument(handle: FileHandle, location: FilePath): Promise<Buffer> {
  const info = await handle.stat();
  return info.isFIFO() ? readFile(location) : readWhole(handle);
}

async function readWhole(handle: FileHandle): Promise<Buffer> {
  const info = await handle.stat();
  if (info.isDirectory()) throw new Error("is a folder");
  if (!info.isFile()) throw new Error("is not a regular file");
  if (info.size > constants.MAX_STRING_LENGTH) throw new FileTooLarge(info.size);
  return handle.readFile();
}

function explain(error: NodeJS.ErrnoException): never {
  if (error.code !== "ELOOP") throw error;
  throw new Error(isLinkNow);
}
