import type { Coverage } from "../../core/coverage/coverageModel";
import { coverageOf } from "../../core/coverage/coverageOf";
import { coverageSvg } from "../../core/coverage/svg";
import { isForeign } from "../../core/rules/foreignFile";
import { terminalLines, terminalText } from "../../core/text/displayText";
import { type InputFile, type Request, readInput } from "../files/inputFiles";
import { writeOutput } from "../files/writeOutput";
import { parseFormat } from "../output/output";
import { coverageJson } from "../reports/coverageJson";
import { coverageText, titleOf } from "../reports/coverageText";

interface CoverageRequest extends Request {
  readonly format?: string;
  /** a file instead of standard output */
  readonly out?: string;
}

const reports = {
  text: (coverage: Coverage, files: readonly InputFile[]): string =>
    terminalLines(coverageText(coverage, files.flatMap(unreadablePlaces))),
  json: (coverage: Coverage, files: readonly InputFile[]): string =>
    coverageJson(
      coverage,
      files.map(({ path }) => path),
    ),
  svg: (coverage: Coverage): string => coverageSvg(coverage, { title: titleOf(coverage) }),
} as const;

/**
 * Reports the themes that the meetings cover.
 * @returns exit code 0, or 2 if a file cannot be read or written
 */
export async function coverage(request: CoverageRequest): Promise<number> {
  const format = parseFormat(reports, request.format);
  const { files, inputs, hasUnreadable } = await readInput(request);
  const [foreign, meetings] = [files.filter(isForeignFile), files.filter((file) => !isForeignFile(file))];
  for (const { path } of foreign) request.output.err(`wlcg-notes: ${path}: is not a contributions file\n`);
  if (meetings.length > 0) {
    const report = reports[format](coverageOf(meetings.map(({ document }) => document)), meetings);
    await writeOutput(report, { ...request, inputs });
  }
  return hasUnreadable || foreign.length > 0 ? 2 : 0;
}

/** The lines of the syntax errors; the file itself if they are suppressed. */
function unreadablePlaces({ path, document }: InputFile): readonly string[] {
  if (!document.hasSyntaxErrors()) return [];
  const file = terminalText(path);
  const errors = document.findings().filter(({ code }) => code === "yaml-syntax" || code === "too-complex");
  const lines = new Set(errors.map(({ range }) => document.lineColumnOf(range.start).line + 1));
  return lines.size > 0 ? [...lines].map((line) => `${file}:${line}`) : [file];
}

function isForeignFile({ document }: InputFile): boolean {
  return isForeign(document, document.vocabulary);
}
