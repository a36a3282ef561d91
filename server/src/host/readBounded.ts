import type { Stats } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { withRegularFile } from "./regularFile";
import type { FilePath } from "./safetyCopy";

export interface ReadBounds {
  /** maximum number of bytes to read */
  readonly bytes: number;
}

/** The file has more bytes than the bounds allow. */
export class FileTooLargeError extends Error {
  /** @param size in bytes, as far as it is known */
  constructor(readonly size: number) {
    super("the file is too large");
  }
}

/**
 * Reads a regular file; never waits for a pipe or a device, and never reads more than is allowed, even if the
 * file reports a smaller size.
 * @throws FileTooLargeError, or an error with a message for the user
 */
export function readBounded(path: FilePath, bounds: ReadBounds): Promise<Buffer> {
  return withRegularFile(path, {}, (file, info) => readOpenFile(file, info, bounds));
}

/**
 * Reads an open file. A file in `/proc` has size 0, and a file may grow meanwhile.
 * @throws FileTooLargeError
 */
export async function readOpenFile(
  file: FileHandle,
  { size }: Stats,
  { bytes }: ReadBounds,
): Promise<Buffer> {
  if (size > bytes) throw new FileTooLargeError(size);
  const parts: Buffer[] = [];
  let length = 0;
  for (let room = size + 1; ; room = 65_536) {
    const part = Buffer.allocUnsafe(room);
    const { bytesRead } = await file.read(part, 0, room);
    if (bytesRead === 0) return Buffer.concat(parts);
    parts.push(part.subarray(0, bytesRead));
    length += bytesRead;
    if (length > bytes) throw new FileTooLargeError(length);
  }
}
