import { lstat, realpath, stat } from "node:fs/promises";
import { sep } from "node:path";
import type { FilePath } from "../../host/safetyCopy";
import type { FileLocation, OnUnreadable } from "./fileLocation";
import { baseNameOf } from "./filePath";
import { locationOf } from "./locationOf";
import { searchFolder } from "./searchFolder";
import { isPattern, searchPattern } from "./searchPattern";
import { isStandardInput, standardInput } from "./standardInput";

/**
 * @param paths files, folders, glob patterns, and `-` for standard input
 * @param onUnreadable called for each path that does not exist, and for each folder that cannot be read
 * @returns the files, each once, in the order of the paths and sorted within each
 */
export async function expandAll(
  paths: readonly string[],
  onUnreadable: OnUnreadable,
): Promise<readonly FileLocation[]> {
  const byRealPath = new Map<string, FileLocation>();
  for (const path of paths) {
    const files = await expand(path, onUnreadable).catch((error: unknown) => onUnreadable(path, error));
    for (const file of files ?? []) {
      const key = await keyOf(file);
      if (!byRealPath.has(key)) byRealPath.set(key, file);
    }
  }
  return [...byRealPath.values()];
}

async function expand(path: string, onUnreadable: OnUnreadable): Promise<readonly FileLocation[]> {
  if (isStandardInput(path)) return [standardInput];
  const location = await locationOf(path);
  const info = await stat(location).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" && isPattern(path)) return undefined;
    return withReason(location, error);
  });
  if (!info) return searchPattern(path, onUnreadable);
  if (info.isFile()) return [{ path, location }];
  if (!info.isDirectory()) throw new Error("is not a regular file");
  return expandFolder({ path, location }, onUnreadable);
}

async function expandFolder(
  folder: FileLocation,
  onUnreadable: OnUnreadable,
): Promise<readonly FileLocation[]> {
  let hasUnreadable = false;
  const files = await searchFolder(folder, (path, error) => {
    hasUnreadable = true;
    onUnreadable(path, error);
  });
  if (files.length === 0 && !hasUnreadable) throw new Error("the folder has no contributions files");
  return files;
}

async function withReason(location: FilePath, error: NodeJS.ErrnoException): Promise<never> {
  const isLink = error.code === "ENOENT" && (await lstat(location).catch(() => undefined));
  throw isLink ? new Error("is a link to a file that does not exist") : error;
}

/** The real path of a file, which is equal for all links to it; each character is one byte. */
async function keyOf({ location, folder }: FileLocation): Promise<string> {
  if (!folder) return realPath(Buffer.from(location));
  const name = Buffer.from(baseNameOf(location)).toString("latin1");
  return `${folder.real === "/" ? "" : folder.real}${sep}${name}`;
}

/** @returns one character per byte; the path itself if the file was removed meanwhile */
async function realPath(location: Buffer): Promise<string> {
  const real = await realpath(location, "buffer").catch(() => location);
  return real.toString("latin1");
}
