import type { Knowledge } from "../../core/analysis/knowledge";
import { MeetingDocument } from "../../core/analysis/meetingDocument";
import { fixText } from "../../core/fixes/fixAll";
import { tagText } from "../../core/fixes/tagAll";
import { terminalPath, terminalText } from "../../core/text/displayText";
import { plural } from "../../core/text/wording";
import { type EditableFile, eachFile, listInput, type Request } from "../files/inputFiles";
import { isStandardInput } from "../files/standardInput";
import { writeBack } from "../files/writeBack";
import { writeOutput } from "../files/writeOutput";
import { type Output, UsageError } from "../output/output";
import { unifiedDiff } from "./unifiedDiff";

interface FixRequest extends Request {
  readonly "dry-run"?: boolean;
  /** tags untagged items that have confident suggestions */
  readonly tag?: boolean;
}

/**
 * Applies the safe fixes: reads, fixes and writes one file after the other. A file that another program
 * changes meanwhile is not written.
 * @returns exit code 0, or 2 if a file cannot be read or written
 * @throws InterruptedError after a signal to exit, once the current file is complete
 */
export async function fix(request: FixRequest): Promise<number> {
  const { paths, "dry-run": isDryRun = false } = request;
  if (isDryRun || !paths.some(isStandardInput)) return fixFiles(request);
  if (paths.length > 1) throw new UsageError("fix - accepts no other path");
  return fixStandardInput(request);
}

/** Writes the text of standard input with its fixes to standard output, and the number of edits to standard error. */
async function fixStandardInput(request: FixRequest): Promise<number> {
  const { output, tag = false } = request;
  const listing = await listInput(request);
  await eachFile(listing, async (file) => {
    const fixed = fixedFile(file, listing.knowledge, tag);
    if (!file.encode) throw new Error(notUtf8);
    await writeOutput((fixed?.bytes ?? file.bytes).toString("utf8"), { output });
    output.err(`wlcg-notes: ${file.path}: ${plural(fixed?.count ?? 0, "edit")}\n`);
  });
  return listing.unreadable.length > 0 ? 2 : 0;
}

async function fixFiles(request: FixRequest): Promise<number> {
  const { output, "dry-run": isDryRun = false, tag = false } = request;
  const listing = await listInput(request);
  const counts: number[] = [];
  const skippedPaths = listing.unreadable.length;
  const fixOne = async (file: EditableFile): Promise<void> => {
    const fixed = fixedFile(file, listing.knowledge, tag);
    const interruption = fixed && !isDryRun ? await writeBack(file, fixed.bytes) : undefined;
    if (fixed && isDryRun) await showDiff(file, fixed, output);
    else if (fixed)
      output.out(`${terminalPath(file.path)}: ${plural(fixed.count, "edit")}${remaining(fixed)}\n`);
    counts.push(fixed?.count ?? 0);
    if (interruption) throw interruption;
  };
  await eachFile(listing, fixOne).finally(() => {
    const refused = listing.unreadable.length - skippedPaths;
    if (counts.length > 0) output.out(summary(counts, { isDryRun, refused, skippedPaths }));
  });
  return listing.unreadable.length > 0 ? 2 : 0;
}

interface FixedFile {
  readonly bytes: Buffer;
  /** number of edits */
  readonly count: number;
  /** number of findings after the edits */
  readonly findings: number;
}

/** What `check` still reports. */
function remaining({ findings }: FixedFile): string {
  return findings === 0 ? "" : `; ${plural(findings, "finding")} left`;
}

/**
 * @returns undefined if there is nothing to fix
 * @throws Error if the file has an encoding that cannot be written
 */
function fixedFile(
  { document, encode }: EditableFile,
  knowledge: Knowledge,
  tag: boolean,
): FixedFile | undefined {
  const fixed = fixText(document.text, knowledge);
  const tagged = tag ? tagText(fixed.text, knowledge) : { text: fixed.text, count: 0 };
  const { text } = tagged;
  const count = fixed.count + tagged.count;
  if (count === 0) return undefined;
  if (!encode) throw new Error(notUtf8);
  const findings = MeetingDocument.read(text, knowledge).findings().length;
  return { count, findings, bytes: encode(text) };
}

const notUtf8 = "is not UTF-8; convert it before fixing it";
const notApplicable = "the diff cannot be applied: control characters are replaced in it";

/** A diff without control characters is written unchanged, so that it can be applied. */
async function showDiff({ path, bytes }: EditableFile, fixed: FixedFile, output: Output): Promise<void> {
  const diff = unifiedDiff(path, bytes.toString("utf8"), fixed.bytes.toString("utf8"));
  output.out(`would make ${plural(fixed.count, "edit")} in ${terminalText(path)}\n`);
  await writeOutput(diff.text, { output, isText: !diff.isExact });
  if (!diff.isExact) output.err(`wlcg-notes: ${path}: ${notApplicable}\n`);
}

interface Outcome {
  readonly isDryRun: boolean;
  /** number of files that could not be read, fixed or written */
  readonly refused: number;
  /** number of paths on the command line that lead to no file, and of unreadable folders */
  readonly skippedPaths: number;
}

/** `fixed 3 of 5 files, 1 refused` */
function summary(counts: readonly number[], { isDryRun, refused, skippedPaths }: Outcome): string {
  const changed = counts.filter((count) => count > 0).length;
  const work =
    changed > 0
      ? `${isDryRun ? "would fix" : "fixed"} ${changed} of ${plural(counts.length + refused, "file")}`
      : `nothing to fix in ${plural(counts.length, "file")}`;
  const omissions = [
    refused > 0 ? `, ${refused} refused` : "",
    skippedPaths > 0 ? `; ${plural(skippedPaths, "path")} skipped` : "",
  ];
  return `${work}${omissions.join("")}\n`;
}
