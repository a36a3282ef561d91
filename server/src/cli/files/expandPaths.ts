import { lstat, realpath, stat } from "node:fs/promises";
import { sep } from "node:path";
import type { FilePath } from "../../host/safetyCopy";
import { nameIn } from "./filePath";
import type { FoundFile, Refuse } from "./foundFile";
import { locationOf } from "./locationOf";
import { searchFolder } from "./searchFolder";
import { isPattern, searchPattern } from "./searchPattern";

/**
 * @param paths files, folders and glob patterns
 * @param refuse is called for each path that leads nowhere, and for each folder that cannot be read
 * @returns the files they name, each once, in the order of the paths and sorted within one
 */
export async function expandAll(paths: readonly string[], refuse: Refuse): Promise<readonly FoundFile[]> {
  const found = new Map<string, FoundFile>();
  for (const path of paths) {
    const files = await expand(path, refuse).catch((error: unknown) => refuse(path, error));
    for (const file of files ?? []) {
      const key = await keyOf(file);
      if (!found.has(key)) found.set(key, file);
    }
  }
  return [...found.values()];
}

async function expand(path: string, refuse: Refuse): Promise<readonly FoundFile[]> {
  const location = await locationOf(path);
  const info = await stat(location).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" && isPattern(path)) return undefined;
    return explain(location, error);
  });
  if (!info) return searchPattern(path, refuse);
  if (info.isFile()) return [{ path, location }];
  if (!info.isDirectory()) throw new Error("is not a regular file");
  return below({ path, location }, refuse);
}

async function below(folder: FoundFile, refuse: Refuse): Promise<readonly FoundFile[]> {
  let isRefused = false;
  const found = await searchFolder(folder, (path, error) => {
    isRefused = true;
    refuse(path, error);
  });
  if (found.length === 0 && !isRefused) throw new Error("no contributions file in there");
  return found;
}

async function explain(location: FilePath, error: NodeJS.ErrnoException): Promise<never> {
  const isLink = error.code === "ENOENT" && (await lstat(location).catch(() => undefined));
  throw isLink ? new Error("is a link to a file that does not exist") : error;
}

/** Equal for two paths that lead to the same file over links: its real path, a byte a character. */
async function keyOf({ location, folder }: FoundFile): Promise<string> {
  if (!folder) return realPath(Buffer.from(location));
  const name = Buffer.from(nameIn(location)).toString("latin1");
  return `${folder.real === "/" ? "" : folder.real}${sep}${name}`;
}

/** @returns a byte a character; the path itself where it is gone meanwhile */
async function realPath(location: Buffer): Promise<string> {
  const real = await realpath(location, "buffer").catch(() => location);
  return real.toString("latin1");
}
