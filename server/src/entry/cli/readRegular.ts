import { constants } from "node:fs";
import { open, readFile } from "node:fs/promises";
import type { FoundFile } from "./found";

/**
 * Reads a file's bytes. It waits for nobody to write them, but where a pipe is an argument, `/dev/stdin` for one.
 * @throws Error where it cannot be read, or is a socket or a device; a pipe or a link where it is no argument
 */
export async function readRegular({
  location,
  isArgument,
}: Pick<FoundFile, "location" | "isArgument">): Promise<Buffer> {
  const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants;
  const flags = O_RDONLY | O_NONBLOCK | (isArgument ? 0 : O_NOFOLLOW);
  const handle = await open(location, flags).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ELOOP" && !isArgument)
      throw new Error("is a link now, and links below folders are not followed");
    throw error;
  });
  try {
    const info = await handle.stat();
    if (info.isDirectory()) throw new Error("is a folder");
    if (isArgument && info.isFIFO()) return await readFile(location);
    if (!info.isFile()) throw new Error("is not a regular file");
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}
