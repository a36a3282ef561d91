import { constants, ftruncateSync, readFileSync, type Stats, writeSync } from "node:fs";
import { access, type FileHandle, stat } from "node:fs/promises";
import { errorText } from "./errorText";
import { NotRegularFileError, withRegularFile } from "./regularFile";
import { type FilePath, flush, PartialWriteError } from "./safetyCopy";

/** The reason not to write a file: the change of another program would be lost. */
export const fileChangedReason = "has changed since it was read, and was not written";

interface OverwriteOptions {
  /** the content that may be replaced; undefined: any content */
  readonly expected?: Uint8Array;
  /** refuses a link */
  readonly refusesLink?: boolean;
  /** called once the file is open and before it is written; after an error the file is not changed */
  readonly assertSame?: () => Promise<void>;
}

/**
 * Writes into the file itself, so that its owner, mode, access lists, attributes and hard links stay. If a
 * write fails, the old content is restored.
 * @throws Error if the file cannot be written, or does not have the expected content; PartialWriteError if
 * the old content cannot be restored
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
    throw error instanceof NotRegularFileError ? new Error(fileChangedReason) : error;
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
    await writeAll(handle, bytes);
  } catch (error) {
    await writeAll(handle, oldBytes).catch(() => {
      throw new PartialWriteError(`is only partly written: ${errorText(error)}`);
    });
    throw error;
  }
}

/** Synchronous, so that other programs hardly ever read a part. */
async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
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
