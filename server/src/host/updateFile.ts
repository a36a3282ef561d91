import type { Stats } from "node:fs";
import { lstat, realpath, stat } from "node:fs/promises";
import { assertWritable, fileChangedReason, overwriteFile } from "./overwriteFile";
import { type FilePath, withSafetyCopy } from "./safetyCopy";

interface Update {
  /** the content when the file was read */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  /** false refuses a link */
  readonly followsLink: boolean;
  /** called once the file is open and before it is written; after an error the file is not changed */
  readonly assertSame?: () => Promise<void>;
}

/**
 * Writes a file's new content into it, unless another program changed or removed the file since it was read.
 * Owner, mode, access lists, attributes and hard links stay. A safety copy of the new content exists until
 * the file is written, so that a crash loses nothing.
 * @throws Error if the file was not changed
 */
export async function updateFile(path: FilePath, update: Update): Promise<void> {
  const { before, after, followsLink, assertSame } = update;
  await assertWritable(path, await infoOf(path, followsLink));
  const target = followsLink ? await realpathOf(path) : path;
  const options = { expected: before, refusesLink: !followsLink, ...(assertSame && { assertSame }) };
  await withSafetyCopy(target, after, { mode: 0o600, needsBeside: false }, () =>
    overwriteFile(path, after, options).catch(withReason),
  );
}

async function infoOf(path: FilePath, followsLink: boolean): Promise<Stats> {
  const info = await (followsLink ? stat : lstat)(path).catch(withReason);
  if (!info.isFile()) throw new Error(fileChangedReason);
  return info;
}

function realpathOf(path: FilePath): Promise<FilePath> {
  return typeof path === "string" ? realpath(path) : realpath(path, "buffer");
}

function withReason(error: NodeJS.ErrnoException): never {
  // a link replaced it
  if (error.code === "ELOOP") throw new Error(fileChangedReason);
  if (error.code !== "ENOENT") throw error;
  throw new Error("has been removed since it was read");
}
