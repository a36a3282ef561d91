import type { Stats } from "node:fs";
import { realpath, rename, stat } from "node:fs/promises";
import { assertWritable } from "./overwriteFile";
import { replaceFile } from "./replaceFile";
import { type FilePath, withSafetyCopy } from "./safetyCopy";

/**
 * Writes a file such that a program that reads it meanwhile finds the old or the new content and nothing between: a new
 * file takes its place. A link is followed and kept. A file with hard links, of another owner, or in a folder in which no
 * file can be created is written in place, as `replaceFile` does.
 * @throws Error if it cannot be written, or is read-only; the file is then unchanged
 */
export async function replaceAtOnce(path: FilePath, bytes: Uint8Array): Promise<void> {
  const info = await stat(path).catch(() => undefined);
  if (!info || !isReplaceable(info)) return replaceFile(path, bytes);
  await assertWritable(path, info);
  const target = typeof path === "string" ? await realpath(path) : await realpath(path, "buffer");
  const mode = info.mode & 0o7777;
  await withSafetyCopy(target, bytes, { mode, needsBeside: true }, async ({ path: copy, handle }) => {
    await handle.chmod(mode);
    await handle.close();
    await rename(copy, target);
  }).catch(() => replaceFile(path, bytes));
}

function isReplaceable(info: Stats): boolean {
  const isOwn = process.getuid === undefined || info.uid === process.getuid();
  return info.isFile() && info.nlink === 1 && isOwn;
}
