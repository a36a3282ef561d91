import { realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { type Knowledge, MeetingDocument } from "../../core/document";
import { defaultSeverity } from "../../core/finding";
import { fixText } from "../../core/fixAll";
import { reason } from "../reason";
import { type InputFile, type Request, readInput } from "./files";
import { plural } from "./io";
import { lineDiff } from "./lineDiff";

/** Applies the safe fixes. Exit 0, or 2 where something cannot be read or written. */
export async function fix(request: Request & { readonly "dry-run"?: boolean }): Promise<number> {
  const { output, "dry-run": isDryRun = false } = request;
  const { files, knowledge, hasUnreadable } = await readInput(request);
  let isUnusable = hasUnreadable;
  const counts: number[] = [];
  for (const file of files) {
    try {
      const { text, count } = fixed(file, knowledge);
      if (count > 0 && !isDryRun) await write(file, text);
      if (count > 0) output.out(report(file, text, count, isDryRun));
      counts.push(count);
    } catch (error) {
      output.err(`wlcg-notes: ${file.path}: ${reason(error)}\n`);
      isUnusable = true;
    }
  }
  if (counts.length > 0) output.out(summary(counts, isDryRun));
  return isUnusable ? 2 : 0;
}

/** @throws Error where the fixes would do harm */
function fixed({ document }: InputFile, knowledge: Knowledge): ReturnType<typeof fixText> {
  const result = fixText(document.text, knowledge);
  if (result.count > 0 && errorsIn(MeetingDocument.read(result.text, knowledge)) > errorsIn(document))
    throw new Error("the fixes would add errors; nothing was written");
  return result;
}

function errorsIn(document: MeetingDocument): number {
  return document.findings().filter(({ code }) => defaultSeverity[code] === "error").length;
}

async function write({ path, encode }: InputFile, text: string): Promise<void> {
  if (!encode) throw new Error("is not UTF-8; convert it before fixing it");
  await replaceFile(path, encode(text));
}

function report({ path, document }: InputFile, text: string, count: number, isDryRun: boolean): string {
  const line = `${path}: ${plural(count, "edit")}${isDryRun ? " to make" : ""}\n`;
  return isDryRun ? line + lineDiff(document.text, text) : line;
}

function summary(counts: readonly number[], isDryRun: boolean): string {
  const changed = counts.filter((count) => count > 0).length;
  const files = plural(counts.length, "file");
  if (changed === 0) return `nothing to fix in ${files}\n`;
  return `${isDryRun ? "would fix" : "fixed"} ${changed} of ${files}\n`;
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
