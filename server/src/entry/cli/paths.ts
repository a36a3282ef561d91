import { stat } from "node:fs/promises";
import { posix, resolve } from "node:path";
import { glob } from "tinyglobby";

const contributions = "**/*.contributions.{yaml,yml}";
const ignore = ["**/node_modules/**"];

/**
 * @param paths files, folders and glob patterns; `refuse` hears of each one that leads nowhere
 * @returns the files they name, each once, in the order of the paths and sorted within one
 */
export async function expandAll(
  paths: readonly string[],
  refuse: (path: string, error: unknown) => void,
): Promise<readonly string[]> {
  const found = new Map<string, string>();
  for (const path of paths) {
    const names = await expand(path).catch((error: unknown) => refuse(path, error));
    for (const name of names ?? []) if (!found.has(resolve(name))) found.set(resolve(name), name);
  }
  return [...found.values()];
}

async function expand(path: string): Promise<readonly string[]> {
  const info = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" && /[*?[{]/.test(path)) return undefined;
    throw error;
  });
  if (info && !info.isDirectory()) return [path];
  const found = info ? await glob(contributions, { cwd: path, ignore }) : await glob(path, { ignore });
  if (found.length === 0) throw new Error(info ? "no contributions file in there" : "no file matches");
  return found.sort().map((name) => (info ? posix.join(path, name) : name));
}
