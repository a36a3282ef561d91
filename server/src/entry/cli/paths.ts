import { lstat, realpath, stat } from "node:fs/promises";
import type { FilePath } from "../safetyCopy";
import type { FoundFile, Refuse } from "./found";
import { locationOf } from "./locationOf";
import { searchFolder } from "./searchFolder";
import { searchPattern } from "./searchPattern";

/**
 * @param paths files, folders and glob patterns
 * @param refuse is called for each path that leads nowhere, and for each folder that cannot be read
 * @returns the files they name, each once, in the order of the paths and sorted within one
 */
export async function expandAll(paths: readonly string[], refuse: Refuse): Promise<readonly FoundFile[]> {
  const found = new Map<string, FoundFile>();
  const folders = new Map<string, string>();
  for (const path of paths) {
    const files = await expand(path, refuse).catch((error: unknown) => refuse(path, error));
    for (const file of files ?? []) {
      const key = await keyOf(file, folders);
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

/**
 * Equal for two paths that lead to the same file over links.
 * @param folders the real paths of folders, as far as they are known
 */
async function keyOf({ location, isArgument }: FoundFile, folders: Map<string, string>): Promise<string> {
  if (isArgument) return realPath(Buffer.from(location));
  const path = Buffer.from(location).toString("latin1");
  const end = path.lastIndexOf("/") + 1;
  const folder = path.slice(0, end) || ".";
  const real = folders.get(folder) ?? (await realPath(Buffer.from(folder, "latin1")));
  folders.set(folder, real);
  return `${real === "/" ? "" : real}/${path.slice(end)}`;
}

/** @returns a byte a character; the path itself where it is gone meanwhile */
async function realPath(location: Buffer): Promise<string> {
  const real = await realpath(location, "buffer").catch(() => location);
  return real.toString("latin1");
}
