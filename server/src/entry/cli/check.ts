import { TextDocument } from "vscode-languageserver-textdocument";
import { type Code, defaultSeverity, type Severity } from "../../core/finding";
import { lineAt } from "../../core/range";
import { type InputFile, type Request, readInput } from "./files";
import { formatFrom } from "./io";
import { github } from "./reports/github";
import { gitlab } from "./reports/gitlab";
import { json } from "./reports/json";
import { sarif } from "./reports/sarif";
import { text } from "./reports/text";

/** One finding as reports show it; lines and columns are 1-based, columns in UTF-16 units. */
export interface Row {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: Severity;
  readonly code: Code;
  readonly message: string;
}

/** A row with the text it speaks of, which stays when lines shift, and the line that begins in. */
export interface MarkedRow extends Row {
  readonly marked: string;
  readonly source: string;
}

export interface ReportOptions {
  /** how many files were read */
  readonly files: number;
  readonly colours: boolean;
}

const reports = { text, json, sarif, gitlab, github } as const;

/** Reports what is wrong in the files. Exit 0 clean, 1 errors or warnings, 2 where a path cannot be read. */
export async function check(request: Request & { readonly format?: string }): Promise<number> {
  const format = formatFrom(reports, request.format);
  const { files, hasUnreadable } = await readInput(request);
  const rows = files.flatMap(rowsOf);
  request.output.out(reports[format](rows, { files: files.length, colours: request.output.colours }));
  if (hasUnreadable) return 2;
  return rows.some(({ severity }) => severity === "error" || severity === "warning") ? 1 : 0;
}

function rowsOf({ path, document }: InputFile): readonly MarkedRow[] {
  const positions = TextDocument.create("", "", 0, document.text);
  return document.findings().map(({ code, message, range }) => {
    const [start, end] = [positions.positionAt(range.start), positions.positionAt(range.end)];
    return {
      file: path,
      line: start.line + 1,
      column: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
      severity: defaultSeverity[code],
      code,
      message,
      marked: document.text.slice(range.start, range.end),
      source: sourceLine(document.text, range.start),
    };
  });
}

function sourceLine(text: string, offset: number): string {
  const line = lineAt(text, offset);
  return text.slice(line.start, line.end);
}
