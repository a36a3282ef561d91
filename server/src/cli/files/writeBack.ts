import { assertSameFolder, inListedFolder } from "../../host/listedFolder";
import type { FilePath } from "../../host/safetyCopy";
import { updateFile } from "../../host/updateFile";
import { type InterruptedError, withoutInterruption } from "../output/signals";
import { baseNameOf, joinPath } from "./filePath";
import type { EditableFile } from "./inputFiles";

/**
 * Writes an input file, unless another program changed it since it was read.
 * @returns the interruption if a signal arrived meanwhile; the file is complete then
 */
export function writeBack(
  { fileLocation: foundFile, bytes }: EditableFile,
  after: Buffer,
): Promise<InterruptedError | undefined> {
  const { location, folder } = foundFile;
  const update = { before: bytes, after };
  if (!folder) return withoutInterruption(() => updateFile(location, { ...update, followsLink: true }));
  const assertSame = (): Promise<void> => assertSameFolder(folder);
  const writeIn = (pinnedFolder: FilePath): Promise<void> =>
    updateFile(joinPath(pinnedFolder, baseNameOf(location)), { ...update, followsLink: false, assertSame });
  return withoutInterruption(() => inListedFolder(folder, writeIn));
}
