import type { Stats } from "node:fs";
import { readlink, realpath, rename, stat, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { assertWritable, overwriteFile } from "./overwriteFile";
import { type FilePath, withSafetyCopy } from "./safetyCopy";

/**
 * Writes a file completely or not at all, and creates it if it does not exist. A link is followed and kept.
 * An existing file is written in place, so that its owner, mode, access lists, attributes and hard links
 * stay; meanwhile a safety copy of the new content is next to it.
 * @throws Error if it cannot be written, or is read-only; the file is then unchanged
 */
export async function replaceFile(path: FilePath, bytes: Uint8Array): Promise<void> {
  const info = await infoOf(path);
  if (!info) return createFile(await resolveDanglingLink(path.toString()), bytes);
  // writing to a folder is an error of the system; a device such as /dev/null is written to and not replaced
  if (!info.isFile()) return writeFile(path, bytes);
  await assertWritable(path, info);
  const target = typeof path === "string" ? await realpath(path) : await realpath(path, "buffer");
  await withSafetyCopy(target, bytes, { mode: 0o600, needsBeside: false }, () =>
    overwriteFile(target, bytes),
  );
}

/** True for a device or a pipe, to which a write may take any time. */
export async function isDevice(path: FilePath): Promise<boolean> {
  const info = await infoOf(path).catch(() => undefined);
  return info !== undefined && !info.isFile();
}

/** @returns undefined if the file does not exist */
async function infoOf(path: FilePath): Promise<Stats | undefined> {
  return stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
    return undefined;
  });
}

function createFile(target: string, bytes: Uint8Array): Promise<void> {
  return withSafetyCopy(target, bytes, { mode: 0o666, needsBeside: true }, async ({ path, handle }) => {
    await handle.close();
    await rename(path, target);
  });
}

/**
 * @param path of a missing file, or of a link to one
 * @returns the path at which to create the file
 * @throws Error if a link leads to a folder that does not exist
 */
async function resolveDanglingLink(path: string): Promise<string> {
  const linkTarget = await readlink(path).catch(() => undefined);
  if (linkTarget === undefined) return path;
  const folder = await realpath(dirname(path));
  const target = resolve(folder, linkTarget);
  await stat(dirname(target)).catch(() => {
    throw new Error(`is a link to ${target}, whose folder does not exist`);
  });
  return resolveDanglingLink(target);
}
