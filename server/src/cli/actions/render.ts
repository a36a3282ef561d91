import type { MeetingDocument } from "../../core/analysis/meetingDocument";
import { countErrors } from "../../core/findings/countErrors";
import { arrangements } from "../../core/notes/arrange/sections";
import { calendarOf } from "../../core/notes/calendar";
import { formats, renderNotes } from "../../core/notes/formats";
import { isForeign } from "../../core/rules/foreignFile";
import { plural } from "../../core/text/wording";
import { type Request, readInput } from "../files/inputFiles";
import { writeOutput } from "../files/writeOutput";
import { parseChoice, UsageError } from "../output/output";

interface RenderRequest extends Request {
  readonly to?: string;
  readonly by?: string;
  /** a file instead of standard output */
  readonly out?: string;
  /** exports the notes even if the meeting has errors */
  readonly force?: boolean;
}

/**
 * Writes a meeting's notes.
 * @returns exit code 0, 1 if the meeting has errors, or 2 if a file cannot be read or written
 */
export async function render(request: RenderRequest): Promise<number> {
  const to = parseChoice("format", formats, request.to);
  const by = parseChoice("grouping", arrangements, request.by);
  const { files, inputs, hasUnreadable } = await readInput(request);
  const [file, ...others] = files;
  if (others.length > 0) throw new UsageError("render accepts only one file");
  if (!file || hasUnreadable) return 2;
  const { path, document } = file;
  if (isForeign(document, document.vocabulary)) throw new UsageError(`${path}: is not a contributions file`);
  const errors = countErrors(document.findings());
  if (errors > 0 && !request.force) {
    const advice = "run wlcg-notes check, or use --force to export anyway";
    request.output.err(`wlcg-notes: ${path}: ${plural(errors, "error")}; ${advice}\n`);
    return 1;
  }
  await writeOutput(renderNotes(document, { to, by }), { ...request, inputs });
  if (errors > 0) reportForced(path, errors, request);
  if (to === "ics") reportSkipped(path, document, request);
  return 0;
}

function reportForced(path: string, errors: number, { output }: Request): void {
  output.err(`wlcg-notes: ${path}: exported with ${plural(errors, "error")}; content may be missing\n`);
}

/** Reports the contributions that are not in the calendar, one line per reason. */
function reportSkipped(path: string, document: MeetingDocument, { output }: Request): void {
  const reasons = calendarOf(document).skipped.map(({ reason: skipReason }) => skipReason);
  for (const skipReason of new Set(reasons)) {
    const count = reasons.filter((reason) => reason === skipReason).length;
    output.err(`wlcg-notes: ${path}: ${plural(count, "contribution")} omitted: ${skipReason}\n`);
  }
}
