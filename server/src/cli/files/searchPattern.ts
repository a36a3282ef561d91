import * as fs from "node:fs";
import { realpath } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { type FileSystemAdapter, glob } from "tinyglobby";
import { type ListedFolder, listedFolder } from "../../host/listedFolder";
import { type FileLocation, linkReason, type OnUnreadable } from "./fileLocation";
import { folderOf } from "./filePath";
import { locationOf } from "./locationOf";

const wildcard = /[*?[{]|[!+@]\(/;

/** @returns true if a path that does not exist is a glob pattern */
export function isPattern(path: string): boolean {
  return /[*?[{]/.test(path);
}

/**
 * Finds the files that a glob pattern matches. Links that a wildcard matches are excluded, as below folders.
 * @param onUnreadable called for each folder that cannot be read, and for each file whose path was replaced
 * by a link
 * @returns the files, sorted by path
 * @throws Error if no file matches
 */
export async function searchPattern(
  pattern: string,
  onUnreadable: OnUnreadable,
): Promise<readonly FileLocation[]> {
  let hasUnreadable = false;
  const reportUnreadable: OnUnreadable = (path, error) => {
    hasUnreadable = true;
    onUnreadable(path, error);
  };
  const names = await matching(pattern, reportUnreadable);
  const files: FileLocation[] = [];
  const folders = new Map<string, ListedFolder>();
  for (const path of names.sort()) {
    const file = await fileLocationOf(path, pattern, folders).catch((error: unknown) =>
      reportUnreadable(path, error),
    );
    if (file) files.push(file);
  }
  if (files.length === 0 && !hasUnreadable) throw new Error(await noMatchReason(pattern));
  return files;
}

/** @param folders cache of the listed folders, by path */
async function fileLocationOf(
  path: string,
  pattern: string,
  folders: Map<string, ListedFolder>,
): Promise<FileLocation> {
  const location = await locationOf(path);
  const folderPath = folderOf(location);
  const key = Buffer.from(folderPath).toString("latin1");
  const folder = folders.get(key) ?? (await listedFolder(folderPath));
  if (!folders.has(key)) await assertBelow(folder, pattern);
  folders.set(key, folder);
  return { path, location, folder };
}

/** @throws Error if a link below the literal part of the pattern leads to the folder */
async function assertBelow({ location, real }: ListedFolder, pattern: string): Promise<void> {
  const parts = pattern.split("/");
  const partsBeforeWildcard = parts.slice(
    0,
    parts.findIndex((part) => wildcard.test(part)),
  );
  const root = resolve(parts[0] === "" ? "/" : "", partsBeforeWildcard.join("/"));
  const relativePath = relative(root, resolve(location.toString()));
  const realRelativePath = relative(await realpath(root), Buffer.from(real, "latin1").toString());
  if (relativePath !== realRelativePath) throw new Error(linkReason);
}

function matching(
  pattern: string,
  onUnreadable: OnUnreadable,
  includesFoldersAndLinks = false,
): Promise<string[]> {
  return glob(pattern, {
    ignore: ["**/node_modules/**"],
    followSymbolicLinks: includesFoldersAndLinks,
    onlyFiles: !includesFoldersAndLinks,
    ...(includesFoldersAndLinks && { deep: 8 }),
    fs: { readdir: readdirWith(onUnreadable) },
  });
}

/** The message for a pattern without a file. */
async function noMatchReason(pattern: string): Promise<string> {
  const otherMatches = await matching(pattern, () => {}, true).catch(() => []);
  if (otherMatches.length === 0) return "no file matches";
  return "no file matches, only folders or links, which patterns do not follow";
}

/**
 * Reports folders that cannot be read, which the library ignores. A folder that does not exist is not
 * reported.
 */
function readdirWith(onUnreadable: OnUnreadable): NonNullable<FileSystemAdapter["readdir"]> {
  const readdir = (path: string, options: { withFileTypes: true }, done: ReaddirDone): void => {
    const end: ReaddirDone = (error, entries) => {
      if (error && error.code !== "ENOENT") onUnreadable(relative("", path) || ".", error);
      done(error, entries);
    };
    locationOf(path).then(
      (location) => fs.readdir(location, options, end),
      (error: NodeJS.ErrnoException) => end(error, []),
    );
  };
  return readdir as NonNullable<FileSystemAdapter["readdir"]>;
}

type ReaddirDone = (error: NodeJS.ErrnoException | null, entries: fs.Dirent[]) => void;
