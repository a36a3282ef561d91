import type { Stats } from "node:fs";
import { readlink, realpath, rename, stat, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { assertWritable, overwriteFile } from "./overwriteFile";
import { type FilePath, withSafetyCopy } from "./safetyCopy";

/**
 * Writes a file whole or not at all, and creates it if it does not exist. A link stays, and the file it leads to is
 * written. A file that exists is written in place, so that its owner, mode, access lists, attributes and hard links
 * stay; a copy of the new content lies beside it until it is written.
 * @throws Error where it cannot be written, or is read-only; the file is then as it was
 */
export async function replaceFile(path: FilePath, bytes: Uint8Array): Promise<void> {
  const info = await infoOf(path);
  if (!info) return createFile(await resolveDanglingLink(path.toString()), bytes);
  // a folder gives the error itself, and a device such as /dev/null is written to and not replaced
  if (!info.isFile()) return writeFile(path, bytes);
  await assertWritable(path, info);
  const target = typeof path === "string" ? await realpath(path) : await realpath(path, "buffer");
  await withSafetyCopy(target, bytes, { mode: 0o600, needsBeside: false }, () =>
    overwriteFile(target, bytes),
  );
}

/** Whether the path leads to a device or a pipe, which may take any time to be written. */
export async function isDevice(path: FilePath): Promise<boolean> {
  const info = await infoOf(path).catch(() => undefined);
  return info !== undefined && !info.isFile();
}

/** @returns nothing if there is no such file */
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
 * @param path leads to no file
 * @returns where a file has to be created so that the path leads to it
 * @throws Error where a link leads to a folder that does not exist
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
