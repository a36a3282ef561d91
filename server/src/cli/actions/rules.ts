import { codeTable, exampleFile } from "../../core/findings/codeTable";
import { didYouMean } from "../../core/text/closestWord";
import { jsonText } from "../../core/text/displayText";
import { writeOutput } from "../files/writeOutput";
import { type Output, parseFormat, UsageError } from "../output/output";

interface Request {
  readonly paths: readonly string[];
  readonly output: Output;
}

type Row = (typeof codeTable)[number];

const lists = {
  text: (): string => {
    const width = Math.max(...codeTable.map(({ code }) => code.length));
    return codeTable
      .map(
        ({ code, severity, description }) =>
          `${code.padEnd(width)}  ${severity.padEnd("information".length)}  ${firstSentence(description)}\n`,
      )
      .join("");
  },
  json: (): string =>
    jsonText(codeTable.map(({ code, severity, description }) => ({ code, severity, description }))),
} as const;

/** Lists every code. @returns exit code 0 */
export async function rules({
  paths,
  output,
  format,
}: Request & { readonly format?: string }): Promise<number> {
  if (paths.length > 0) throw new UsageError("rules accepts no path; explain CODE explains one");
  const list = parseFormat(lists, format);
  await writeOutput(lists[list](), { output, isText: list === "text" });
  return 0;
}

/** Explains one code. @returns exit code 0 */
export async function explain({ paths, output }: Request): Promise<number> {
  const [code, ...others] = paths;
  if (code === undefined || others.length > 0) throw new UsageError("explain accepts one CODE");
  output.out(explanation(rowOf(code)));
  return 0;
}

/** @throws UsageError if there is no such code */
function rowOf(code: string): Row {
  const row = codeTable.find((candidate) => candidate.code === code);
  if (row) return row;
  const codes = codeTable.map(({ code: known }) => known);
  throw new UsageError(`unknown code "${code}"; ${didYouMean(code, codes, "wlcg-notes rules lists all")}`);
}

function explanation({ code, severity, description, examples }: Row): string {
  const [first, ...others] = examples;
  const example = exampleFile(first.lines).replaceAll(/^(?=.)/gm, "    ");
  const more = others.map(({ lines, message }) => `    ${lines.at(-1)?.trim()}\n        ${message}\n`);
  const further = more.length > 0 ? `\nOther lines and their messages:\n\n${more.join("")}` : "";
  return `${code} (${severity})\n\n${description}\n\nExample:\n\n${example}\nMessage: ${first.message}\n${further}`;
}

function firstSentence(description: string): string {
  return /^.*?\.(?=\s|$)/.exec(description)?.[0] ?? description;
}
