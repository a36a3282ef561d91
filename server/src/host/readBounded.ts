import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";

export interface ReadBounds {
  /** bytes that are read at most */
  readonly bytes: number;
}

/** The file has more bytes than are read of it. */
export class FileTooLarge extends Error {
  /** @param size in bytes, as far as it is known */
  constructor(readonly size: number) {
    super("the file is too large");
  }
}

/**
 * Reads a regular file; never waits for a pipe or a device, and never reads more than is allowed, whatever size the
 * file says it has.
 * @throws FileTooLarge, or an error in words for the user
 */
export async function readBounded(path: string, { bytes }: ReadBounds): Promise<Buffer> {
  // not to wait for a writer where the path is a pipe
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const info = await file.stat();
    if (info.isDirectory()) throw new Error("is a folder");
    if (!info.isFile()) throw new Error("is not a regular file");
    if (info.size > bytes) throw new FileTooLarge(info.size);
    return await upTo(file, info.size, bytes);
  } finally {
    await file.close();
  }
}

/** A file in `/proc` says that it is empty, and one that is being written is longer than it was. */
async function upTo(file: FileHandle, size: number, most: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for (let room = size + 1; ; room = 65_536) {
    const part = Buffer.allocUnsafe(room);
    const { bytesRead } = await file.read(part, 0, room);
    if (bytesRead === 0) return Buffer.concat(parts);
    parts.push(part.subarray(0, bytesRead));
    length += bytesRead;
    if (length > most) throw new FileTooLarge(length);
  }
}
