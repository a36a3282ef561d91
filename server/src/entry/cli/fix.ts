import { type Knowledge, MeetingDocument } from "../../core/document";
import { defaultSeverity } from "../../core/finding";
import { fixText } from "../../core/fixAll";
import { terminalPath } from "../../core/shownText";
import { tagText } from "../../core/tagAll";
import { reason } from "../reason";
import { replaceFile } from "../replaceFile";
import { type InputFile, type Request, readInput } from "./files";
import { plural } from "./io";
import { lineDiff } from "./lineDiff";

interface FixRequest extends Request {
  readonly "dry-run"?: boolean;
  /** untagged items get the themes that are convincing */
  readonly tag?: boolean;
}

/** Applies the safe fixes. Exit 0, or 2 where something cannot be read or written. */
export async function fix(request: FixRequest): Promise<number> {
  const { output, "dry-run": isDryRun = false, tag = false } = request;
  const { files, knowledge, hasUnreadable } = await readInput(request);
  let isUnusable = hasUnreadable;
  const counts: number[] = [];
  for (const file of files) {
    try {
      const cure = cureOf(file, knowledge, tag);
      if (cure && !isDryRun) await replaceFile(file.path, cure.bytes);
      if (cure) output.out(report(file, cure, isDryRun));
      counts.push(cure?.count ?? 0);
    } catch (error) {
      output.err(`wlcg-notes: ${file.path}: ${reason(error)}\n`);
      isUnusable = true;
    }
  }
  if (counts.length > 0) output.out(summary(counts, isDryRun));
  return isUnusable ? 2 : 0;
}

interface Cure {
  readonly text: string;
  readonly bytes: Buffer;
  /** how many edits it took */
  readonly count: number;
}

/**
 * @returns nothing where there is nothing to fix
 * @throws Error where the file could not be written as it was, or would be worse
 */
function cureOf({ document, encode }: InputFile, knowledge: Knowledge, tag: boolean): Cure | undefined {
  const fixed = fixText(document.text, knowledge);
  const tagged = tag ? tagText(fixed.text, knowledge) : { text: fixed.text, count: 0 };
  const { text } = tagged;
  const count = fixed.count + tagged.count;
  if (count === 0) return undefined;
  if (!encode) throw new Error("is not UTF-8; convert it before fixing it");
  if (errorsIn(MeetingDocument.read(text, knowledge)) > errorsIn(document))
    throw new Error("the fixes would add errors; nothing was written");
  return { text, count, bytes: encode(text) };
}

function errorsIn(document: MeetingDocument): number {
  return document.findings().filter(({ code }) => defaultSeverity[code] === "error").length;
}

function report({ path, document }: InputFile, { text, count }: Cure, isDryRun: boolean): string {
  const line = `${terminalPath(path)}: ${plural(count, "edit")}${isDryRun ? " to make" : ""}\n`;
  return isDryRun ? line + lineDiff(document.text, text) : line;
}

function summary(counts: readonly number[], isDryRun: boolean): string {
  const changed = counts.filter((count) => count > 0).length;
  const files = plural(counts.length, "file");
  if (changed === 0) return `nothing to fix in ${files}\n`;
  return `${isDryRun ? "would fix" : "fixed"} ${changed} of ${files}\n`;
}
