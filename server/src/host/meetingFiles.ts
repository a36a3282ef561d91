import { opendir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { MeetingFile } from "./host";
import { readBounded } from "./readBounded";

export const meetingFileLimits = {
  files: 2_000,
  /** bytes; a larger file is not the record of a real meeting */
  bytes: 2 ** 20,
  /** maximum number of visited files and folders */
  entries: 100_000,
} as const;

/**
 * The contributions files below a folder, by path, the last one first. Links are not followed, so that
 * nothing outside is read; hidden folders and `node_modules` are excluded, and unreadable files are skipped.
 */
export async function* meetingsBelow(folder: string): AsyncGenerator<MeetingFile> {
  const paths = (await pathsBelow(folder)).sort().slice(-meetingFileLimits.files).reverse();
  for (const path of paths) {
    const info = await stat(path).catch(() => undefined);
    if (!info?.isFile() || info.size > meetingFileLimits.bytes) continue;
    const { dev, ino, size, mtimeMs, ctimeMs } = info;
    yield { path, size, stamp: [dev, ino, size, mtimeMs, ctimeMs].join(" "), read: () => textOf(path) };
  }
}

async function textOf(path: string): Promise<string | undefined> {
  const bytes = await readBounded(path, meetingFileLimits).catch(() => undefined);
  return bytes?.toString("utf8");
}

async function pathsBelow(folder: string): Promise<string[]> {
  const paths: string[] = [];
  const pendingFolders = [folder];
  let entriesLeft = meetingFileLimits.entries;
  for (let folderPath = pendingFolders.pop(); folderPath !== undefined; folderPath = pendingFolders.pop()) {
    const entries = await opendir(folderPath).catch(() => undefined);
    if (!entries) continue;
    for await (const entry of entries) {
      if (entriesLeft-- <= 0) return paths;
      const path = join(folderPath, entry.name);
      if (entry.isDirectory() && !entry.name.startsWith(".") && entry.name !== "node_modules")
        pendingFolders.push(path);
      else if (entry.isFile() && /\.contributions\.ya?ml$/.test(entry.name)) paths.push(path);
    }
  }
  return paths;
}
