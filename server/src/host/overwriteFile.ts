import { constants, ftruncateSync, readFileSync, type Stats, writeSync } from "node:fs";
import { access, type FileHandle, stat } from "node:fs/promises";
import { errorText } from "./errorText";
import { NotRegularFile, withRegularFile } from "./regularFile";
import { type FilePath, flush, HalfWrittenError } from "./safetyCopy";

/** Why a file is not written: the change of another program would be lost. */
export const fileChangedReason = "has changed since it was read; it is left as it is";

interface OverwriteOptions {
  /** the content that may be replaced; any where it is left out */
  readonly expected?: Uint8Array;
  /** refuses a link */
  readonly refusesLink?: boolean;
  /** called once the file is open and before it is written; an error leaves the file as it is */
  readonly assertSame?: () => Promise<void>;
}

/**
 * Writes into the file itself, so that its owner, mode, access lists, attributes and hard links stay. Where that fails
 * half way it writes the old content back.
 * @throws Error where the file cannot be written, or does not hold what is expected; HalfWritten where the old content
 * cannot be written back
 */
export async function overwriteFile(
  path: FilePath,
  bytes: Uint8Array,
  { expected, refusesLink = false, assertSame }: OverwriteOptions = {},
): Promise<void> {
  await withRegularFile(path, { isWritten: true, refusesLink }, async (handle, info) => {
    await assertSame?.();
    const oldBytes = readFileSync(handle.fd);
    if (expected && !oldBytes.equals(expected)) throw new Error(fileChangedReason);
    await writeOrRestore(handle, bytes, oldBytes);
    if (expected && !(await isStillSameFile(path, info))) throw new Error(fileChangedReason);
  }).catch((error: unknown) => {
    throw error instanceof NotRegularFile ? new Error(fileChangedReason) : error;
  });
}

/**
 * @throws Error if the file is read-only, which is checked because root may write it and a rename would
 * succeed
 */
export async function assertWritable(path: FilePath, { mode }: Stats): Promise<void> {
  if ((mode & 0o222) === 0) throw new Error("the file is read-only");
  await access(path, constants.W_OK);
}

async function writeOrRestore(handle: FileHandle, bytes: Uint8Array, oldBytes: Uint8Array): Promise<void> {
  try {
    await writeWhole(handle, bytes);
  } catch (error) {
    await writeWhole(handle, oldBytes).catch(() => {
      throw new HalfWrittenError(`is only half written: ${errorText(error)}`);
    });
    throw error;
  }
}

/** Nothing else runs between these calls, so that others hardly ever read a part. */
async function writeWhole(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  let written = 0;
  while (written < bytes.length)
    written += writeSync(handle.fd, bytes, written, bytes.length - written, written);
  ftruncateSync(handle.fd, bytes.length);
  await flush(handle);
}

/** Another program may have renamed its own file to this path meanwhile. */
async function isStillSameFile(path: FilePath, { dev, ino }: Stats): Promise<boolean> {
  const current = await stat(path).catch(() => undefined);
  return current?.dev === dev && current.ino === ino;
}
