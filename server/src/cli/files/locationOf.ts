import { readdir } from "node:fs/promises";
import type { FilePath } from "../../host/safetyCopy";

const replacementCharacter = "\ufffd";

/**
 * A name that is not UTF-8 arrives with U+FFFD instead of the invalid bytes.
 * @returns the path with the bytes of the only matching file; the path itself if no file matches
 * @throws Error if several files match
 */
export async function locationOf(path: string): Promise<FilePath> {
  if (!path.includes(replacementCharacter)) return path;
  const parts = path.split("/");
  let location: FilePath = Buffer.alloc(0);
  for (const [index, part] of parts.entries()) {
    const names = part.includes(replacementCharacter) ? await namesLike(part, location) : [Buffer.from(part)];
    const [name, ...others] = names;
    if (!name) return path;
    if (others.length > 0) throw new Error("the name is ambiguous; pass its folder instead");
    location = Buffer.concat([location, name, Buffer.from(index < parts.length - 1 ? "/" : "")]);
  }
  return location;
}

async function namesLike(part: string, folder: Buffer): Promise<readonly Buffer[]> {
  const names = await readdir(folder.length > 0 ? folder : ".", "buffer").catch(() => []);
  return names.filter((name) => name.toString() === part);
}
