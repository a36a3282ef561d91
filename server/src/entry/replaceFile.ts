import type { Stats } from "node:fs";
import { readlink, realpath, rename, stat, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { assertWritable, overwriteFile } from "./overwriteFile";
import { type SafetyCopy, withSafetyCopy } from "./safetyCopy";

/**
 * Writes a file whole or not at all, and creates it if it does not exist. A link stays, and the file it leads to is
 * written. A file is replaced by a rename; one with several hard links, of another owner or with a special mode is
 * written in place, so that these stay.
 * @throws Error where it cannot be written, or is read-only; the file is then as it was
 */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const info = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
  });
  if (!info) return createFile(await endOfLinks(path), bytes);
  // a folder gives the error itself, and a device such as /dev/null is not to be replaced
  if (!info.isFile()) return writeFile(path, bytes);
  await assertWritable(path, info);
  const target = await realpath(path);
  await withSafetyCopy(target, bytes, { mode: 0o600, needsBeside: false }, async (copy) => {
    if (!(await isRenamed(copy, target, info))) await overwriteFile(target, bytes);
  });
}

function createFile(target: string, bytes: Uint8Array): Promise<void> {
  return withSafetyCopy(target, bytes, { mode: 0o666, needsBeside: true }, async ({ path, handle }) => {
    await handle.close();
    await rename(path, target);
  });
}

/** @returns false where the file has to be written in place */
async function isRenamed({ path, handle, isBeside }: SafetyCopy, target: string, info: Stats) {
  const { uid, gid } = await handle.stat();
  const isPlain = info.nlink === 1 && (info.mode & 0o7000) === 0;
  if (!isBeside || !isPlain || uid !== info.uid || gid !== info.gid) return false;
  try {
    await handle.chmod(info.mode & 0o777);
    await handle.close();
    await rename(path, target);
    return true;
  } catch {
    // a file that is mounted by itself, or that another program has open on Windows, takes no rename
    return false;
  }
}

/**
 * @param path leads to no file
 * @returns where a file has to be created so that the path leads to it
 * @throws Error where a link leads to a folder that does not exist
 */
async function endOfLinks(path: string): Promise<string> {
  const next = await readlink(path).catch(() => undefined);
  if (next === undefined) return path;
  const folder = await realpath(dirname(path));
  const target = resolve(folder, next);
  await stat(dirname(target)).catch(() => {
    throw new Error(`is a link to ${target}, whose folder does not exist`);
  });
  return endOfLinks(target);
}
