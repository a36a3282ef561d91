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
  /** a file in place of standard output */
  readonly out?: string;
  /** also where the meeting has errors */
  readonly force?: boolean;
}

/** Writes a meeting's notes. Exit 0, 1 where the meeting has errors, or 2 where something cannot be read or written. */
export async function render(request: RenderRequest): Promise<number> {
  const to = parseChoice("format", formats, request.to);
  const by = parseChoice("arrangement", arrangements, request.by);
  const { files, inputs, hasUnreadable } = await readInput(request);
  const [file, ...others] = files;
  if (others.length > 0) throw new UsageError("render takes one file");
  if (!file || hasUnreadable) return 2;
  const { path, document } = file;
  if (isForeign(document, document.vocabulary)) throw new UsageError(`${path}: is no contributions file`);
  const errors = countErrors(document.findings());
  if (errors > 0 && !request.force) {
    const advice = "see wlcg-notes check, or export what can be read with --force";
    request.output.err(`wlcg-notes: ${path}: ${plural(errors, "error")}; ${advice}\n`);
    return 1;
  }
  await writeOutput(renderNotes(document, { to, by }), { ...request, inputs });
  if (errors > 0) reportForced(path, errors, request);
  if (to === "ics") reportSkipped(path, document, request);
  return 0;
}

function reportForced(path: string, errors: number, { output }: Request): void {
  output.err(`wlcg-notes: ${path}: exported with ${plural(errors, "error")}, which may leave things out\n`);
}

/** Contributions that are not in the calendar, a line for each reason. */
function reportSkipped(path: string, document: MeetingDocument, { output }: Request): void {
  const reasons = calendarOf(document).skipped.map(({ reason: skipReason }) => skipReason);
  for (const skipReason of new Set(reasons)) {
    const count = reasons.filter((reason) => reason === skipReason).length;
    output.err(`wlcg-notes: ${path}: ${plural(count, "contribution")} left out, since ${skipReason}\n`);
  }
}
