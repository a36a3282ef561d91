/** The argument `-`: the text of a meeting on standard input. */
import { FileTooLargeError, type ReadBounds } from "../../host/readBounded";
import type { FileLocation } from "./fileLocation";

/** The file for the argument `-`; a file of this name is `./-`. The location finds an output that is the same file. */
export const standardInput: FileLocation = { path: "<stdin>", location: "/dev/stdin" };

export function isStandardInput(path: string): boolean {
  return path === "-";
}

/**
 * Reads a stream to its end.
 * @throws FileTooLargeError
 */
export async function readStream(stream: AsyncIterable<Buffer>, { bytes }: ReadBounds): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of stream) {
    parts.push(part);
    length += part.length;
    if (length > bytes) throw new FileTooLargeError(length);
  }
  return Buffer.concat(parts);
}
