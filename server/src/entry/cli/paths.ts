import { lstat, realpath, stat } from "node:fs/promises";
import type { FilePath } from "../safetyCopy";
import type { FoundFile, Refuse } from "./found";
import { locationOf } from "./locationOf";
import { searchFolder } from "./searchFolder";
import { searchPattern } from "./searchPattern";

/**
 * @param paths files, folders and glob patterns
 * @param refuse hears of each path that leads nowhere, and of each folder that cannot be read
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
    if (error.code === "ENOENT" && /[*?[{]/.test(path)) return undefined;
    return explain(location, error);
  });
  if (info?.isFile()) return [{ path, location, isArgument: true }];
  if (info && !info.isDirectory()) throw new Error("is not a regular file");
  let isRefused = false;
  const note: Refuse = (folder, error) => {
    isRefused = true;
    refuse(folder, error);
  };
  const found = info ? await searchFolder({ path, location }, note) : await searchPattern(path, note);
  if (found.length === 0 && !isRefused)
    throw new Error(info ? "no contributions file in there" : "no file matches");
  return found;
}

async function explain(location: FilePath, error: NodeJS.ErrnoException): Promise<never> {
  const isLink = error.code === "ENOENT" && (await lstat(location).catch(() => undefined));
  throw isLink ? new Error("is a link to a file that does not exist") : error;
}

/** Equal for two paths that lead to the same file over links. */
async function keyOf({ location }: FoundFile): Promise<string> {
  const bytes = await realpath(location, "buffer").catch(() => Buffer.from(location));
  return bytes.toString("latin1");
}
