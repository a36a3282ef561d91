/** Edits files one after the other, or shows or counts the edits: the work of `fix` and `format`. */
import type { Knowledge } from "../../core/analysis/knowledge";
import { terminalPath, terminalText } from "../../core/text/displayText";
import { plural } from "../../core/text/wording";
import { type EditableFile, eachFile, type Listing, listInput, type Request } from "../files/inputFiles";
import { isStandardInput } from "../files/standardInput";
import { writeBack } from "../files/writeBack";
import { writeOutput } from "../files/writeOutput";
import { type Output, UsageError } from "../output/output";
import { unifiedDiff } from "./unifiedDiff";

export interface EditRequest extends Request {
  /** shows diffs with a line before each, and changes no file */
  readonly "dry-run"?: boolean;
  /** shows diffs only, and changes no file; the exit code shows whether there are any */
  readonly diff?: boolean;
  /** names the files, and changes none; the exit code shows whether there are any */
  readonly check?: boolean;
}

export interface EditedFile {
  readonly bytes: Buffer;
  /** number of edits */
  readonly count: number;
  /** more about the file after the edits: `; 2 findings left` */
  readonly remark?: string;
}

/** What a command does with a file. */
export interface EditCommand {
  readonly name: "fix" | "format";
  /** the words of the summary: `fixed`, `formatted` */
  readonly done: string;
  /**
   * @returns undefined if there is nothing to do
   * @throws Error if the file has an encoding that cannot be written
   */
  readonly edit: (file: EditableFile, knowledge: Knowledge) => EditedFile | undefined;
}

type Mode = "write" | "dry-run" | "diff" | "check";

/**
 * A file that another program changes meanwhile is not written.
 * @returns exit code 0, 1 if `--diff` or `--check` found work, or 2 if a file cannot be read or written
 * @throws InterruptedError after a signal to exit, once the current file is complete
 */
export async function editFiles(request: EditRequest, command: EditCommand): Promise<number> {
  const mode = modeOf(request);
  const { paths } = request;
  if (mode !== "write" || !paths.some(isStandardInput)) return editAll(request, command, mode);
  if (paths.length > 1) throw new UsageError(`${command.name} - accepts no other path`);
  return editStandardInput(request, command);
}

/** @throws UsageError if several are asked for */
function modeOf(request: EditRequest): Mode {
  const [mode = "write", ...others] = (["dry-run", "diff", "check"] as const).filter((name) => request[name]);
  if (others.length > 0) throw new UsageError(`--${mode} and --${others[0]} exclude each other`);
  return mode;
}

/** Writes the edited text of standard input to standard output, and the number of edits to standard error. */
async function editStandardInput(request: EditRequest, { edit }: EditCommand): Promise<number> {
  const { output } = request;
  const listing = await listInput(request);
  await eachFile(listing, async (file) => {
    const edited = edit(file, listing.knowledge);
    if (!file.encode) throw new Error(notUtf8);
    await writeOutput((edited?.bytes ?? file.bytes).toString("utf8"), { output });
    output.err(`wlcg-notes: ${file.path}: ${plural(edited?.count ?? 0, "edit")}\n`);
  });
  return listing.unreadable.length > 0 ? 2 : 0;
}

async function editAll(request: EditRequest, command: EditCommand, mode: Mode): Promise<number> {
  const { output } = request;
  const listing = await listInput(request);
  const counts: number[] = [];
  const skippedPaths = listing.unreadable.length;
  const editOne = async (file: EditableFile): Promise<void> => {
    const edited = command.edit(file, listing.knowledge);
    const interruption = edited && mode === "write" ? await writeBack(file, edited.bytes) : undefined;
    if (edited) await report(file, edited, { command, mode, output });
    counts.push(edited?.count ?? 0);
    if (interruption) throw interruption;
  };
  await eachFile(listing, editOne).finally(() => {
    if (counts.length > 0 && mode !== "diff")
      output.out(summary(counts, command, mode, listing, skippedPaths));
  });
  if (listing.unreadable.length > 0) return 2;
  return (mode === "diff" || mode === "check") && counts.some((count) => count > 0) ? 1 : 0;
}

interface Reporting {
  readonly command: EditCommand;
  readonly mode: Mode;
  readonly output: Output;
}

async function report(
  file: EditableFile,
  edited: EditedFile,
  { command, mode, output }: Reporting,
): Promise<void> {
  const path = terminalPath(file.path);
  if (mode === "write") output.out(`${path}: ${plural(edited.count, "edit")}${edited.remark ?? ""}\n`);
  else if (mode === "check") output.out(`would ${command.name} ${path}: ${plural(edited.count, "edit")}\n`);
  else await showDiff(file, edited, mode, output);
}

/** The error of a file in another encoding. */
export const notUtf8 = "is not UTF-8; convert it before fixing it";
const notApplicable = "the diff cannot be applied: control characters are replaced in it";

/** A diff without control characters is written unchanged, so that it can be applied. */
async function showDiff(
  { path, bytes }: EditableFile,
  edited: EditedFile,
  mode: Mode,
  output: Output,
): Promise<void> {
  const diff = unifiedDiff(path, bytes.toString("utf8"), edited.bytes.toString("utf8"));
  if (mode === "dry-run") output.out(`would make ${plural(edited.count, "edit")} in ${terminalText(path)}\n`);
  await writeOutput(diff.text, { output, isText: !diff.isExact });
  if (!diff.isExact) output.err(`wlcg-notes: ${path}: ${notApplicable}\n`);
}

/**
 * `fixed 3 of 5 files, 1 refused`
 * @param skippedPaths number of paths on the command line that lead to no file, and of unreadable folders
 */
function summary(
  counts: readonly number[],
  { name, done }: EditCommand,
  mode: Mode,
  { unreadable }: Listing,
  skippedPaths: number,
): string {
  const refused = unreadable.length - skippedPaths;
  const changed = counts.filter((count) => count > 0).length;
  const work =
    changed > 0
      ? `${mode === "write" ? done : `would ${name}`} ${changed} of ${plural(counts.length + refused, "file")}`
      : `nothing to ${name} in ${plural(counts.length, "file")}`;
  const omissions = [
    refused > 0 ? `, ${refused} refused` : "",
    skippedPaths > 0 ? `; ${plural(skippedPaths, "path")} skipped` : "",
  ];
  return `${work}${omissions.join("")}\n`;
}
