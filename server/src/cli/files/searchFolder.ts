import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { dirname, posix } from "node:path";
import { type ListedFolder, listedFolder } from "../../host/listedFolder";
import type { FilePath } from "../../host/safetyCopy";
import { type FileLocation, linkReason, type OnUnreadable } from "./fileLocation";
import { joinPath } from "./filePath";

interface SearchedPath {
  readonly path: string;
  readonly location: FilePath;
  /** the real path of the parent folder; undefined for a path on the command line, which may be a link */
  readonly parent?: string;
}

/**
 * Searches a folder for contributions files, at any depth. Links, special files, hidden files and folders,
 * and `node_modules` are excluded.
 * @param folder a path on the command line; it may be a link
 * @param onUnreadable called for each folder that cannot be read
 * @returns the files, sorted by path
 */
export async function searchFolder(
  folder: SearchedPath,
  onUnreadable: OnUnreadable,
): Promise<readonly FileLocation[]> {
  const files: FileLocation[] = [];
  const pendingFolders = [folder];
  for (let current = pendingFolders.pop(); current; current = pendingFolders.pop()) {
    const { path } = current;
    const read = await contentOf(current).catch((error: unknown) => onUnreadable(path, error));
    if (!read) continue;
    for (const entry of read.entries) {
      const entryPath = pathOfEntry(current, entry.name);
      if (entry.isDirectory() && isSearched(entryPath.path))
        pendingFolders.push({ ...entryPath, parent: read.folder.real });
      if (entry.isFile() && isMeeting(entryPath.path)) files.push({ ...entryPath, folder: read.folder });
    }
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
}

interface FolderContent {
  readonly folder: ListedFolder;
  readonly entries: readonly Dirent<Buffer>[];
}

/**
 * Reads the entries of a folder. Names are bytes: on Linux they need not be UTF-8.
 * @throws Error if the folder cannot be read, or was replaced by a link
 */
async function contentOf({ location, parent }: SearchedPath): Promise<FolderContent> {
  const folder = await listedFolder(location);
  if (parent !== undefined && dirname(folder.real) !== parent) throw new Error(linkReason);
  return { folder, entries: await readdir(location, { encoding: "buffer", withFileTypes: true }) };
}

function pathOfEntry(folder: SearchedPath, bytes: Buffer): SearchedPath {
  const name = bytes.toString();
  const path = posix.join(folder.path, name);
  const isText = bytes.equals(Buffer.from(name));
  return { path, location: joinPath(folder.location, isText ? name : bytes) };
}

function isSearched(path: string): boolean {
  const name = posix.basename(path);
  return !name.startsWith(".") && name !== "node_modules";
}

function isMeeting(path: string): boolean {
  const name = posix.basename(path);
  return !name.startsWith(".") && /\.contributions\.ya?ml$/.test(name);
}
