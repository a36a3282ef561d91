import { chmod, realpath, rename, rm, stat, writeFile } from "node:fs/promises";

/** Writes beside the file and renames, so that it is never half written. */
export async function replaceFile(path: string, bytes: Buffer): Promise<void> {
  const target = await realpath(path);
  const { mode } = await stat(target);
  const beside = `${target}.${process.pid}.tmp`;
  try {
    await writeFile(beside, bytes, { flag: "wx" });
    await chmod(beside, mode);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
