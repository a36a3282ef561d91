import { opendir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";

const mostFiles = 2000;
/** bytes; a larger file is no meeting that somebody held */
const largest = 1_000_000;

/**
 * The texts of all contributions files below a folder, by path. Links are not followed, so that nothing
 * outside is read; hidden folders and `node_modules` are left out, and what cannot be read is passed over.
 */
export async function* meetingsBelow(folder: string): AsyncGenerator<string> {
  const paths = (await pathsBelow(folder)).sort().slice(-mostFiles);
  for (const path of paths) {
    const info = await stat(path).catch(() => undefined);
    const text =
      info && info.size <= largest ? await readFile(path, "utf8").catch(() => undefined) : undefined;
    if (text !== undefined) yield text;
  }
}

async function pathsBelow(folder: string): Promise<string[]> {
  const paths: string[] = [];
  const open = [folder];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const entries = await opendir(next).catch(() => undefined);
    if (!entries) continue;
    for await (const entry of entries) {
      const path = join(next, entry.name);
      if (entry.isDirectory() && !entry.name.startsWith(".") && entry.name !== "node_modules")
        open.push(path);
      else if (entry.isFile() && /\.contributions\.ya?ml$/.test(entry.name)) paths.push(path);
    }
  }
  return paths;
}
