/** Reads scalars from text that does not parse, without their quotes, comments and properties. */
import { isBlockScalarHead, skipBlanks, skipProperties } from "../yaml/lineShape";
import { closingQuote, withoutComment } from "../yaml/openMarks";

/** Maximum number of lines on which a scalar continues; the limit keeps the time linear. */
const maxContinuationLines = 10;

/** The text of a scalar and the index of the line after it. */
interface PartialScalar {
  readonly text: string;
  readonly nextLine: number;
}

/**
 * @param at the index of the line of its key
 * @param column the column of its key; lines that are indented more may belong to the value
 * @param rest the text after the key on its line
 */
export function scalarAt(lines: readonly string[], at: number, column: number, rest: string): PartialScalar {
  const first = withoutProperties(rest);
  const head = withoutComment(first);
  if (isBlockScalarHead(head, 0, head.length)) return blockScalar(lines, at, column);
  if (/^["']/.test(first)) return quotedScalar(lines, at, column, first);
  return plainScalar(lines, at, column, first);
}

/**
 * The scalar of one line. A quote that is not closed ends with the line; if text follows the closing quote, the quotes
 * are part of the scalar.
 */
export function lineScalar(raw: string): string {
  const value = withoutProperties(raw);
  if (!/^["']/.test(value)) return isNullOrCollection(value) ? "" : withoutComment(value);
  const end = closingQuote(value, 0);
  return end === undefined ? unescaped(withoutComment(value.slice(1)), value) : closedScalar(value, end);
}

/** `x` of ` &anchor !tag x ` */
function withoutProperties(text: string): string {
  return text.slice(skipProperties(text, 0, text.length)).trimEnd();
}

function blockScalar(lines: readonly string[], at: number, column: number): PartialScalar {
  const inner = innerLines(lines, at, column);
  return { text: inner.join("\n"), nextLine: at + 1 + inner.length };
}

function quotedScalar(lines: readonly string[], at: number, column: number, first: string): PartialScalar {
  const singleLineScalar = { text: lineScalar(first), nextLine: at + 1 };
  if (closingQuote(first, 0) !== undefined) return singleLineScalar;
  const inner = innerLines(lines, at, column, maxContinuationLines);
  const allLines = [first, ...inner.map((line) => line.trim())].join("\n");
  const end = closingQuote(allLines, 0);
  if (end === undefined) return singleLineScalar;
  const nextLine = at + allLines.slice(0, end).split("\n").length;
  return { text: closedScalar(allLines, end), nextLine };
}

/** @param end the offset of the closing quote */
function closedScalar(text: string, end: number): string {
  const [line = ""] = text.slice(end + 1).split("\n", 1);
  const textAfter = withoutComment(line);
  return textAfter === "" ? unescaped(text.slice(1, end), text) : text.slice(0, end + 1) + textAfter;
}

/** A plain scalar continues on lines that begin with a letter, a digit or a quote and have no key. */
function plainScalar(lines: readonly string[], at: number, column: number, first: string): PartialScalar {
  const parts = [lineScalar(first)];
  let previous = first;
  const hasMore = first !== "" && !/^[[{]/.test(first);
  for (const line of hasMore ? innerLines(lines, at, column, maxContinuationLines) : []) {
    const part = line.trim();
    const hasComment = withoutComment(previous) !== previous;
    if (hasComment || !/^[\p{L}\p{N}"'(]/u.test(part) || /:(?:\s|$)/.test(part)) break;
    parts.push(withoutComment(part));
    previous = part;
  }
  return { text: parts.join(" "), nextLine: at + parts.length };
}

/** The lines below line `at` that are indented by more than `column`, including blank lines between them. */
function innerLines(
  lines: readonly string[],
  at: number,
  column: number,
  limit = lines.length,
): readonly string[] {
  let end = at + 1;
  for (let next = end; next < Math.min(lines.length, at + 1 + limit); next++) {
    const line = lines[next] ?? "";
    const indentEnd = skipBlanks(line, 0, line.length);
    if (indentEnd === line.length) continue;
    if (indentEnd <= column) break;
    end = next + 1;
  }
  return lines.slice(at + 1, end);
}

/** True for null and for a closed collection; `[draft] Rucio` and `[sec` are strings without their quotes. */
function isNullOrCollection(value: string): boolean {
  return /^(?:~|null|Null|NULL)$/.test(value) || /^(?:\[[^\]]*\]|\{[^}]*\})$/.test(value);
}

/** @param quotedText begins with the quote of `text` */
function unescaped(text: string, quotedText: string): string {
  if (quotedText.startsWith("'")) return text.replaceAll("''", "'");
  return text.replaceAll(/\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|\n|([\s\S])|$)/g, (_, hex, code, char) => {
    const digits: string | undefined = hex ?? code;
    if (digits !== undefined) return String.fromCharCode(Number.parseInt(digits, 16));
    return /[abefnrtv0N_LP]/.test(char ?? "a") ? (char === undefined ? "" : " ") : char;
  });
}
