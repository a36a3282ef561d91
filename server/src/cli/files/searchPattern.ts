import * as fs from "node:fs";
import { realpath } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { type FileSystemAdapter, glob } from "tinyglobby";
import { type ListedFolder, listedFolder } from "../../host/listedFolder";
import { folderOf } from "./filePath";
import { type FoundFile, isLinkNow, type Refuse } from "./foundFile";
import { locationOf } from "./locationOf";

const wildcard = /[*?[{]|[!+@]\(/;

/** @returns whether a path that leads nowhere is read as a glob pattern */
export function isPattern(path: string): boolean {
  return /[*?[{]/.test(path);
}

/**
 * Finds the files that a glob pattern matches. Links that a wildcard matches are left out, as below folders.
 * @param refuse is called for each folder that cannot be read, and for each file whose path leads elsewhere by now
 * @returns the files, sorted by path
 * @throws Error where there is none
 */
export async function searchPattern(pattern: string, refuse: Refuse): Promise<readonly FoundFile[]> {
  let isRefused = false;
  const note: Refuse = (path, error) => {
    isRefused = true;
    refuse(path, error);
  };
  const names = await matching(pattern, note);
  const files: FoundFile[] = [];
  const folders = new Map<string, ListedFolder>();
  for (const path of names.sort()) {
    const file = await foundFile(path, pattern, folders).catch((error: unknown) => note(path, error));
    if (file) files.push(file);
  }
  if (files.length === 0 && !isRefused) throw new Error(await nothingIn(pattern));
  return files;
}

/** @param folders those that are known, by their paths */
async function foundFile(
  path: string,
  pattern: string,
  folders: Map<string, ListedFolder>,
): Promise<FoundFile> {
  const location = await locationOf(path);
  const place = folderOf(location);
  const key = Buffer.from(place).toString("latin1");
  const folder = folders.get(key) ?? (await listedFolder(place));
  if (!folders.has(key)) await assertBelow(folder, pattern);
  folders.set(key, folder);
  return { path, location, folder };
}

/** @throws Error where a link below the part of the pattern that has no wildcard leads to the folder */
async function assertBelow({ location, real }: ListedFolder, pattern: string): Promise<void> {
  const parts = pattern.split("/");
  const plain = parts.slice(
    0,
    parts.findIndex((part) => wildcard.test(part)),
  );
  const root = resolve(parts[0] === "" ? "/" : "", plain.join("/"));
  const below = relative(root, resolve(location.toString()));
  const realBelow = relative(await realpath(root), Buffer.from(real, "latin1").toString());
  if (below !== realBelow) throw new Error(isLinkNow);
}

function matching(pattern: string, refuse: Refuse, isAny = false): Promise<string[]> {
  return glob(pattern, {
    ignore: ["**/node_modules/**"],
    followSymbolicLinks: isAny,
    onlyFiles: !isAny,
    ...(isAny && { deep: 8 }),
    fs: { readdir: readdirWith(refuse) },
  });
}

/** Why a pattern gives no file. */
async function nothingIn(pattern: string): Promise<string> {
  const others = await matching(pattern, () => {}, true).catch(() => []);
  if (others.length === 0) return "no file matches";
  return "no file matches, only folders or links, which a pattern does not follow";
}

/** The library passes over a folder that cannot be read. One that does not exist matches nothing. */
function readdirWith(refuse: Refuse): NonNullable<FileSystemAdapter["readdir"]> {
  const readdir = (path: string, options: { withFileTypes: true }, done: ReaddirDone): void => {
    const end: ReaddirDone = (error, entries) => {
      if (error && error.code !== "ENOENT") refuse(relative("", path) || ".", error);
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
