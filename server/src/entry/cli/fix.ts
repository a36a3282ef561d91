import { realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { type Knowledge, MeetingDocument } from "../../core/document";
import { defaultSeverity } from "../../core/finding";
import { fixText } from "../../core/fixAll";
import { type InputFile, type Request, readInput, reason } from "./files";
import type { Output } from "./io";

/** Applies the safe fixes. Exit 0, or 2 where something cannot be read or written. */
export async function fix(request: Request & { readonly isDryRun: boolean }): Promise<number> {
  const { files, knowledge, hasUnreadable } = await readInput(request);
  let isUnusable = hasUnreadable;
  for (const file of files) {
    const isDone = await fixFile(file, knowledge, request.isDryRun, request.output).catch(
      (error: unknown) => {
        request.output.err(`wlcg-notes: ${file.path}: ${reason(error)}\n`);
        return false;
      },
    );
    if (!isDone) isUnusable = true;
  }
  return isUnusable ? 2 : 0;
}

async function fixFile(
  file: InputFile,
  knowledge: Knowledge,
  isDryRun: boolean,
  output: Output,
): Promise<boolean> {
  const { path, document, encode } = file;
  const { text, count } = fixText(document.text, knowledge);
  if (count === 0) return true;
  if (!encode) throw new Error("is not UTF-8; convert it before fixing it");
  if (errorsIn(MeetingDocument.read(text, knowledge)) > errorsIn(document))
    throw new Error("the fixes would add errors; nothing was written");
  if (!isDryRun) await replaceFile(path, encode(text));
  output.out(`${path}: ${count} ${count === 1 ? "edit" : "edits"}${isDryRun ? " to make" : ""}\n`);
  if (isDryRun) output.out(changedLines(document.text, text));
  return true;
}

function errorsIn(document: MeetingDocument): number {
  return document.findings().filter(({ code }) => defaultSeverity[code] === "error").length;
}

/** Writes beside the file and renames, so that it is never half written. */
async function replaceFile(path: string, bytes: Buffer): Promise<void> {
  const target = await realpath(path);
  const { mode } = await stat(target);
  const beside = `${target}.${process.pid}.tmp`;
  try {
    await writeFile(beside, bytes, { mode });
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** The lines between the common start and end of both texts, as a diff shows them. */
function changedLines(before: string, after: string): string {
  const [old, fresh] = [before.split("\n"), after.split("\n")];
  let start = 0;
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start++;
  let tail = 0;
  while (
    tail < old.length - start &&
    tail < fresh.length - start &&
    old[old.length - 1 - tail] === fresh[fresh.length - 1 - tail]
  )
    tail++;
  const lines = (from: readonly string[], mark: string): string =>
    from
      .slice(start, from.length - tail)
      .map((line) => `${mark} ${line}\n`)
      .join("");
  return lines(old, "-") + lines(fresh, "+");
}
