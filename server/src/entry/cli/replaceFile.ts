import { chmod, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { reason } from "../reason";
import { type Output, Unusable } from "./io";

/**
 * Writes a report to the file that was asked for, whole or not at all, and else to standard output.
 * @throws Unusable where it cannot be written
 */
export async function deliver(
  report: string,
  { out, output }: { readonly out?: string; readonly output: Output },
): Promise<void> {
  if (out === undefined) return output.out(report);
  await replaceFile(out, Buffer.from(report)).catch((error: unknown) => {
    throw new Unusable(`${out}: ${reason(error)}`);
  });
}

/** Writes beside the file and renames, so that it is never half written; makes it where there is none. */
export async function replaceFile(path: string, bytes: Buffer): Promise<void> {
  const there = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
  });
  // a folder says so itself, and a device such as /dev/null is not to be replaced
  if (there && !there.isFile()) return writeFile(path, bytes);
  const target = there ? await realpath(path) : path;
  const beside = `${target}.${process.pid}.tmp`;
  try {
    await writeFile(beside, bytes, { flag: "wx" });
    if (there) await chmod(beside, there.mode);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
