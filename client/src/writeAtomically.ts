import { randomUUID } from "node:crypto";
import type { FileSystem, Uri } from "vscode";
import { replaceFile } from "../../server/src/host/replaceFile";

/**
 * Writes a file whole or not at all: a full disk leaves no half file, and the one before as it was.
 * @param files the editor's own, for what is not on a disk of this machine
 */
export async function writeAtomically(files: FileSystem, target: Uri, bytes: Uint8Array): Promise<void> {
  if (target.scheme === "file") return replaceFile(target.fsPath, bytes);
  const temporary = target.with({ path: `${target.path}.${randomUUID()}.tmp` });
  try {
    await files.writeFile(temporary, bytes);
    await files.rename(temporary, target, { overwrite: true });
  } catch (error) {
    await Promise.resolve(files.delete(temporary)).catch(() => undefined);
    throw error;
  }
}
