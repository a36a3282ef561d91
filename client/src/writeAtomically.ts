import { randomUUID } from "node:crypto";
import type { FileSystem, Uri } from "vscode";
import { replaceFile } from "../../server/src/host/replaceFile";

/**
 * Writes a file completely or not at all: on a full disk the previous file stays unchanged.
 * @param files the file system of VS Code, for files that are not on a local disk
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
