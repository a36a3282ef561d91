import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { dirname, posix } from "node:path";
import { type ListedFolder, listedFolder } from "../../host/listedFolder";
import type { FilePath } from "../../host/safetyCopy";
import { pathIn } from "./filePath";
import { type FoundFile, isLinkNow, type Refuse } from "./foundFile";

interface Place {
  readonly path: string;
  readonly location: FilePath;
  /** the real path of the folder that it lies in; nothing for an argument, which may be a link */
  readonly parent?: string;
}

/**
 * Searches a folder for contributions files, at any depth. Links, special files, hidden files and folders, and
 * `node_modules` are left out.
 * @param folder an argument; it may be a link
 * @param refuse is called for each folder that cannot be read
 * @returns the files, sorted by path
 */
export async function searchFolder(folder: Place, refuse: Refuse): Promise<readonly FoundFile[]> {
  const files: FoundFile[] = [];
  const open = [folder];
  for (let next = open.pop(); next; next = open.pop()) {
    const { path } = next;
    const read = await contentOf(next).catch((error: unknown) => refuse(path, error));
    if (!read) continue;
    for (const entry of read.entries) {
      const place = placeOf(next, entry.name);
      if (entry.isDirectory() && isSearched(place.path)) open.push({ ...place, parent: read.folder.real });
      if (entry.isFile() && isMeeting(place.path)) files.push({ ...place, folder: read.folder });
    }
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
}

interface Content {
  readonly folder: ListedFolder;
  readonly entries: readonly Dirent<Buffer>[];
}

/**
 * Names are bytes: on Linux they need not be UTF-8.
 * @throws Error where the folder cannot be read, or a link took its place meanwhile
 */
async function contentOf({ location, parent }: Place): Promise<Content> {
  const folder = await listedFolder(location);
  if (parent !== undefined && dirname(folder.real) !== parent) throw new Error(isLinkNow);
  return { folder, entries: await readdir(location, { encoding: "buffer", withFileTypes: true }) };
}

function placeOf(folder: Place, bytes: Buffer): Place {
  const name = bytes.toString();
  const path = posix.join(folder.path, name);
  const isText = bytes.equals(Buffer.from(name));
  return { path, location: pathIn(folder.location, isText ? name : bytes) };
}

function isSearched(path: string): boolean {
  const name = posix.basename(path);
  return !name.startsWith(".") && name !== "node_modules";
}

function isMeeting(path: string): boolean {
  const name = posix.basename(path);
  return !name.startsWith(".") && /\.contributions\.ya?ml$/.test(name);
}
