import { constants } from "node:fs";
import { open } from "node:fs/promises";
import type { FoundFile } from "./found";

/**
 * Reads a file's bytes, and never waits for somebody to write them.
 * @throws Error where it cannot be read, or is a pipe, a socket or a device; a link where it is no argument
 */
export async function readRegular({
  location,
  isArgument,
}: Pick<FoundFile, "location" | "isArgument">): Promise<Buffer> {
  const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants;
  const handle = await open(location, O_RDONLY | O_NONBLOCK | (isArgument ? 0 : O_NOFOLLOW));
  try {
    const info = await handle.stat();
    if (info.isDirectory()) throw new Error("is a folder");
    if (!info.isFile()) throw new Error("is not a regular file");
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}
