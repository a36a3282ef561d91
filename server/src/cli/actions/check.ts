import type { MeetingDocument } from "../../core/analysis/meetingDocument";
import { defaultSeverity } from "../../core/findings/codes";
import type { RuleSeverities } from "../../core/findings/ruleSeverities";
import { detached } from "../../core/text/detached";
import { eachFile, type InputFile, listInput, type Request } from "../files/inputFiles";
import { writeOutput } from "../files/writeOutput";
import { parseFormat } from "../output/output";
import { github } from "../reports/github";
import { gitlab } from "../reports/gitlab";
import { json } from "../reports/json";
import type { SourceRow } from "../reports/row";
import { sarif } from "../reports/sarif";
import { text } from "../reports/text";
import { parseRules } from "./parseRules";

/** UTF-16 units; longer parts are rare, and not copied */
const maxCopied = 10_000;

const reports = { text, json, sarif, gitlab, github } as const;

/**
 * Reports the findings of the files.
 * @returns exit code 0: no errors or warnings, 1: some, 2: a path cannot be read
 */
export async function check(request: CheckRequest): Promise<number> {
  const format = parseFormat(reports, request.format);
  const failOn = parseFormat({ error: true, warning: true }, request["fail-on"] ?? "warning");
  const rules = parseRules(request.rule ?? []);
  const listing = await listInput(request);
  const rows: SourceRow[] = [];
  let files = 0;
  await eachFile(listing, (file) => {
    files++;
    // the document itself is released after each file
    for (const row of rowsOf(file, rules)) rows.push(row);
  });
  const { unreadable, output } = listing;
  const report = reports[format](rows, { files, colours: output.colours, unreadable });
  await writeOutput(report, { output, isText: format === "text" });
  if (unreadable.length > 0) return 2;
  return rows.some(({ severity }) => severity === "error" || severity === failOn) ? 1 : 0;
}

interface CheckRequest extends Request {
  readonly format?: string;
  /** `CODE=SEVERITY` */
  readonly rule?: readonly string[];
  readonly "fail-on"?: string;
}

function rowsOf({ path, document }: InputFile, rules: RuleSeverities): readonly SourceRow[] {
  return document.findings().flatMap(({ code, message, range }): readonly SourceRow[] => {
    const severity = rules[code] ?? defaultSeverity[code];
    if (severity === "off") return [];
    const [start, end] = [document.lineColumnOf(range.start), document.lineColumnOf(range.end)];
    return [
      {
        file: path,
        line: start.line + 1,
        column: start.column + 1,
        endLine: end.line + 1,
        endColumn: end.column + 1,
        severity,
        code,
        message,
        findingText: ownCopy(document.slice(range.start, range.end)),
        source: ownCopy(sourceLine(document, range.start)),
      },
    ];
  });
}

function sourceLine(document: MeetingDocument, offset: number): string {
  const line = document.lineAt(offset);
  return document.slice(line.start, line.end);
}

/** A copy that does not keep the text of the file in memory. */
function ownCopy(part: string): string {
  return part.length > maxCopied ? part : detached(part);
}
