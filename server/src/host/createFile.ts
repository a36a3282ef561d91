import { type FileHandle, open, rm, writeFile } from "node:fs/promises";
import type { FilePath } from "./safetyCopy";

/**
 * Writes a file that does not exist yet, completely or not at all. A file or a link that another program makes in the meantime
 * stays as it is.
 * @throws Error with the code `EEXIST` if there is a file or a link of that name
 */
export async function createFile(path: FilePath, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, "wx");
  try {
    await writeOrRemove(handle, path, bytes);
  } finally {
    await handle.close();
  }
}

async function writeOrRemove(handle: FileHandle, path: FilePath, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(handle, bytes);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}
