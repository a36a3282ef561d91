import { access, chmod, constants, realpath, rename, rm, stat, writeFile } from "node:fs/promises";

/**
 * Writes beside the file and renames, so that it is never half written; makes it where there is none. One that may
 * not be written stays as it is.
 */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const there = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
  });
  // a folder says so itself, and a device such as /dev/null is not to be replaced
  if (there && !there.isFile()) return writeFile(path, bytes);
  if (there) await assertWritable(path, there.mode);
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

/** A rename would not ask whether the file may be written, and root may write all. */
async function assertWritable(path: string, mode: number): Promise<void> {
  if ((mode & 0o222) === 0) throw new Error("the file is read-only");
  await access(path, constants.W_OK);
}
