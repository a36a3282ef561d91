import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { posix } from "node:path";
import type { FoundFile, Refuse } from "./found";

type Place = Pick<FoundFile, "path" | "location">;

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
    for (const entry of await entriesOf(next, refuse)) {
      const place = placeOf(next, entry.name);
      if (entry.isDirectory() && isSearched(place.path)) open.push(place);
      if (entry.isFile() && isMeeting(place.path)) files.push({ ...place, isArgument: false });
    }
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
}

/** Names are bytes: on Linux they need not be UTF-8. */
async function entriesOf({ path, location }: Place, refuse: Refuse): Promise<readonly Dirent<Buffer>[]> {
  try {
    return await readdir(location, { encoding: "buffer", withFileTypes: true });
  } catch (error) {
    refuse(path, error);
    return [];
  }
}

function placeOf(folder: Place, bytes: Buffer): Place {
  const name = bytes.toString();
  const path = posix.join(folder.path, name);
  if (typeof folder.location === "string" && bytes.equals(Buffer.from(name)))
    return { path, location: `${folder.location}/${name}` };
  return { path, location: Buffer.concat([Buffer.from(folder.location), Buffer.from("/"), bytes]) };
}

function isSearched(path: string): boolean {
  const name = posix.basename(path);
  return !name.startsWith(".") && name !== "node_modules";
}

function isMeeting(path: string): boolean {
  const name = posix.basename(path);
  return !name.startsWith(".") && /\.contributions\.ya?ml$/.test(name);
}
