import type { MeetingDocument } from "../../core/analysis/meetingDocument";
import { countErrors } from "../../core/findings/countErrors";
import { calendarOf } from "../../core/notes/calendar";
import { partialNames } from "../../core/notes/template/renderTemplate";
import type { TemplateFiles } from "../../core/notes/template/templateSource";
import { isForeign } from "../../core/rules/foreignFile";
import { plural } from "../../core/text/wording";
import { readTemplate, TemplateFileError } from "../../host/templateFiles";
import { type Request, readInput } from "../files/inputFiles";
import { isStandardInput } from "../files/standardInput";
import { type WriteOutput, writeOutput } from "../files/writeOutput";
import { UsageError } from "../output/output";
import { type FormRequest, formOf, rendered } from "./renderForm";
import { type Rendering, watchRendering } from "./watchRendering";

interface RenderRequest extends Request, FormRequest {
  /** a file instead of standard output */
  readonly out?: string;
  /** exports the notes even if the meeting has errors */
  readonly force?: boolean;
  /** renders again when an input changes */
  readonly watch?: boolean;
}

/**
 * Writes a meeting's notes.
 * @returns exit code 0, 1 if the meeting has errors, or 2 if a file cannot be read or written
 */
export async function render(request: RenderRequest): Promise<number> {
  const { watch, out, paths, template } = request;
  formOf(request);
  if (!watch) return (await renderOnce(request, writeOutput)).code;
  if (paths.some(isStandardInput)) throw new UsageError("--watch needs a file, not standard input");
  if (out === undefined) throw new UsageError("--watch needs -o OUT");
  const named = [...paths, request.catalogue ?? [], template ?? []].flat();
  return watchRendering({ out, output: request.output, named }, (write) => renderOnce(request, write));
}

async function renderOnce(request: RenderRequest, write: WriteOutput): Promise<Rendering> {
  const form = formOf(request);
  const { files, inputs: meetingInputs, hasUnreadable } = await readInput(request);
  const template = request.template === undefined ? undefined : await templateFiles(request.template);
  const inputs = [
    ...meetingInputs,
    ...(template ? [template.main, ...template.partials.values()].map(({ path }) => path) : []),
  ];
  const [file, ...others] = files;
  if (others.length > 0) throw new UsageError("render accepts only one file");
  if (!file || hasUnreadable) return { code: 2, inputs };
  const { path, document } = file;
  if (isForeign(document, document.vocabulary)) throw new UsageError(`${path}: is not a contributions file`);
  const errors = countErrors(document.findings());
  if (errors > 0 && !request.force) {
    const advice = "run wlcg-notes check, or use --force to export anyway";
    request.output.err(`wlcg-notes: ${path}: ${plural(errors, "error")}; ${advice}\n`);
    return { code: 1, inputs };
  }
  await write(rendered(document, { ...form, template }), { ...request, inputs });
  if (errors > 0) reportForced(path, errors, request);
  if (form.to === "ics" && !template) reportSkipped(path, document, request);
  return { code: 0, inputs };
}

/** @throws UsageError if the template or a partial cannot be read */
async function templateFiles(path: string): Promise<TemplateFiles> {
  return readTemplate(path, partialNames).catch((error: unknown) => {
    throw error instanceof TemplateFileError ? new UsageError(error.message) : error;
  });
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
