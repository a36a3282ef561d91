import { constants, type Stats } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { FilePath } from "./safetyCopy";

/** Flags to never wait and to refuse a link; 0 on systems without them. */
const { O_RDONLY, O_RDWR, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants;

interface OpenOptions {
  /** also for writing */
  readonly isWritten?: boolean;
  /** refuses a link, with the code ELOOP */
  readonly refusesLink?: boolean;
  /** also accepts a pipe */
  readonly acceptsPipe?: boolean;
}

/** The path does not lead to a regular file; the message is for the user. */
export class NotRegularFileError extends Error {
  constructor(info: Stats) {
    super(info.isDirectory() ? "is a folder" : "is not a regular file");
  }
}

/**
 * Opens a regular file, and closes it after `work`. It never waits for another program, whatever the path
 * leads to.
 * @throws NotRegularFileError, an error of the system, or the error of `work`
 */
export async function withRegularFile<T>(
  path: FilePath,
  { isWritten = false, refusesLink = false, acceptsPipe = false }: OpenOptions,
  work: (handle: FileHandle, info: Stats) => Promise<T>,
): Promise<T> {
  const access = isWritten ? O_RDWR : O_RDONLY;
  const handle = await open(path, access | O_NONBLOCK | (refusesLink ? O_NOFOLLOW : 0));
  try {
    const info = await handle.stat();
    if (!info.isFile() && !(acceptsPipe && info.isFIFO())) throw new NotRegularFileError(info);
    return await work(handle, info);
  } finally {
    await handle.close();
  }
}
