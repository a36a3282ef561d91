import * as fs from "node:fs";
import { relative } from "node:path";
import { type FileSystemAdapter, glob } from "tinyglobby";
import type { FoundFile, Refuse } from "./found";
import { locationOf } from "./locationOf";

/**
 * Finds the files that a glob pattern matches. Links that a wildcard matches are left out, as below folders.
 * @param refuse is called for each folder that cannot be read
 * @returns the files, sorted by path
 */
export async function searchPattern(pattern: string, refuse: Refuse): Promise<readonly FoundFile[]> {
  const names = await glob(pattern, {
    ignore: ["**/node_modules/**"],
    followSymbolicLinks: false,
    fs: { readdir: readdirWith(refuse) },
  });
  const files = names
    .sort()
    .map(async (path) => ({ path, location: await locationOf(path), isArgument: false }));
  return Promise.all(files);
}

/** The library passes over a folder that cannot be read. One that does not exist matches nothing. */
function readdirWith(refuse: Refuse): NonNullable<FileSystemAdapter["readdir"]> {
  const readdir = (path: string, options: { withFileTypes: true }, done: ReaddirDone): void =>
    void locationOf(path).then((location) =>
      fs.readdir(location, options, (error, entries) => {
        if (error && error.code !== "ENOENT") refuse(relative("", path) || ".", error);
        done(error, entries);
      }),
    );
  return readdir as NonNullable<FileSystemAdapter["readdir"]>;
}

type ReaddirDone = (error: NodeJS.ErrnoException | null, entries: fs.Dirent[]) => void;
