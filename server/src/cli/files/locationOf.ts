import { readdir } from "node:fs/promises";
import type { FilePath } from "../../host/safetyCopy";

const replacementCharacter = "\ufffd";

/**
 * A name that is not UTF-8 arrives with U+FFFD in place of its bytes.
 * @returns the path in the bytes of the one file that it can mean; the path itself where there is no such file
 * @throws Error where it can mean several files
 */
export async function locationOf(path: string): Promise<FilePath> {
  if (!path.includes(replacementCharacter)) return path;
  const parts = path.split("/");
  let location: FilePath = Buffer.alloc(0);
  for (const [index, part] of parts.entries()) {
    const names = part.includes(replacementCharacter) ? await namesLike(part, location) : [Buffer.from(part)];
    const [name, ...others] = names;
    if (!name) return path;
    if (others.length > 0) throw new Error("the name is ambiguous; name its folder");
    location = Buffer.concat([location, name, Buffer.from(index < parts.length - 1 ? "/" : "")]);
  }
  return location;
}

async function namesLike(part: string, folder: Buffer): Promise<readonly Buffer[]> {
  const names = await readdir(folder.length > 0 ? folder : ".", "buffer").catch(() => []);
  return names.filter((name) => name.toString() === part);
}
