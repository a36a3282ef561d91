import { randomBytes } from "node:crypto";
import { type FileHandle, open, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { sep } from "node:path";
import { errorText } from "./errorText";

/** A path; as bytes if it is not UTF-8. */
export type FilePath = string | Buffer;

/** A temporary file with the complete new content of a file that is being written. */
export interface SafetyCopy {
  readonly path: FilePath;
  readonly handle: FileHandle;
  /** in the target's folder, so that it may be renamed to the target */
  readonly isBeside: boolean;
}

/** The target has neither the complete old nor the complete new content; the safety copy must stay. */
export class PartialWriteError extends Error {}

/** Error codes of a folder in which no file can be created; the target may still be writable. */
const unwritableFolderCodes = new Set(["EACCES", "EPERM", "EROFS", "ENAMETOOLONG"]);

/**
 * Writes `bytes` to a new file with a random name next to `target`, or in the system's folder for temporary
 * files if no file can be created there and `needsBeside` is false. The file is removed after `work`, even if
 * that fails.
 * @param target a path that is not a link
 * @param mode permissions of the copy
 * @throws Error if the copy cannot be written, or the error of `work`
 */
export async function withSafetyCopy(
  target: FilePath,
  bytes: Uint8Array,
  { mode, needsBeside }: { readonly mode: number; readonly needsBeside: boolean },
  work: (copy: SafetyCopy) => Promise<void>,
): Promise<void> {
  const copy = await create(target, mode, needsBeside);
  try {
    await writeFile(copy.handle, bytes);
    await flush(copy.handle);
    await work(copy);
  } catch (error) {
    if (!(error instanceof PartialWriteError)) throw await removeCopy(copy, error);
    await copy.handle.close();
    const path = await realpath(copy.path).catch(() => copy.path);
    throw new Error(`${error.message}; the complete new content is in ${path}`);
  }
  await removeCopy(copy);
}

/** Waits until the content is on the disk, if the file system supports that. */
export async function flush(handle: FileHandle): Promise<void> {
  await handle.sync().catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EINVAL" && error.code !== "ENOTSUP") throw error;
  });
}

async function create(target: FilePath, mode: number, needsBeside: boolean): Promise<SafetyCopy> {
  const name = `.wlcg-notes-${randomBytes(12).toString("hex")}.tmp`;
  const siblingPath = siblingOf(target, name);
  try {
    return { path: siblingPath, handle: await open(siblingPath, "wx", mode), isBeside: true };
  } catch (error) {
    if (needsBeside || !unwritableFolderCodes.has((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
  const path = `${tmpdir()}${sep}${name}`;
  const handle = await open(path, "wx", mode).catch((error: unknown) => {
    throw new Error(`no safety copy can be written to ${tmpdir()}: ${errorText(error)}`);
  });
  return { path, handle, isBeside: false };
}

/** The file has a random name and was created here, so that no other file is removed. */
async function removeCopy<T>({ path, handle }: SafetyCopy, error?: T): Promise<T | undefined> {
  await handle.close().catch(() => undefined);
  await rm(path, { force: true }).catch(() => undefined);
  return error;
}

function siblingOf(target: FilePath, name: string): FilePath {
  if (typeof target !== "string")
    return Buffer.concat([target.subarray(0, target.lastIndexOf("/") + 1), Buffer.from(name)]);
  const end = Math.max(target.lastIndexOf("/"), target.lastIndexOf(sep));
  return target.slice(0, end + 1) + name;
}
