/** Values of text that does not parse: a scalar without its quotes, comments and properties. */
import { isBlockScalarHead, skipBlanks, skipProperties } from "../yaml/lineShape";
import { closingQuote, withoutComment } from "../yaml/openMarks";

/** Lines that a text goes on over, in quotes or not; it takes linear time since these are few. */
const maxLines = 10;

/** A scalar's text, and the index of the line behind it. */
interface ReadScalar {
  readonly text: string;
  readonly next: number;
}

/**
 * @param at the index of the line of its key
 * @param column that of its key; lines that are indented more may belong to the value
 * @param rest what follows the key on its line
 */
export function scalarAt(lines: readonly string[], at: number, column: number, rest: string): ReadScalar {
  const first = withoutProperties(rest);
  const head = withoutComment(first);
  if (isBlockScalarHead(head, 0, head.length)) return blockScalar(lines, at, column);
  if (/^["']/.test(first)) return quoted(lines, at, column, first);
  return plain(lines, at, column, first);
}

/** One line's scalar. A quote that is not closed ends with the line; with text behind it, the quotes are part of it. */
export function lineScalar(raw: string): string {
  const value = withoutProperties(raw);
  if (!/^["']/.test(value)) return isNoText(value) ? "" : withoutComment(value);
  const end = closingQuote(value, 0);
  return end === undefined ? unescaped(withoutComment(value.slice(1)), value) : closed(value, end);
}

/** `x` of ` &anchor !tag x ` */
function withoutProperties(text: string): string {
  return text.slice(skipProperties(text, 0, text.length)).trimEnd();
}

function blockScalar(lines: readonly string[], at: number, column: number): ReadScalar {
  const inner = innerLines(lines, at, column);
  return { text: inner.join("\n"), next: at + 1 + inner.length };
}

function quoted(lines: readonly string[], at: number, column: number, first: string): ReadScalar {
  const one = { text: lineScalar(first), next: at + 1 };
  if (closingQuote(first, 0) !== undefined) return one;
  const inner = innerLines(lines, at, column, maxLines);
  const all = [first, ...inner.map((line) => line.trim())].join("\n");
  const end = closingQuote(all, 0);
  if (end === undefined) return one;
  const next = at + all.slice(0, end).split("\n").length;
  return { text: closed(all, end), next };
}

/** @param end where the quote is closed that `text` begins with */
function closed(text: string, end: number): string {
  const [line = ""] = text.slice(end + 1).split("\n", 1);
  const behind = withoutComment(line);
  return behind === "" ? unescaped(text.slice(1, end), text) : text.slice(0, end + 1) + behind;
}

/** Text without quotes goes on over lines that begin with a letter, a digit or a quote and hold no key. */
function plain(lines: readonly string[], at: number, column: number, first: string): ReadScalar {
  const parts = [lineScalar(first)];
  let last = first;
  const hasMore = first !== "" && !/^[[{]/.test(first);
  for (const line of hasMore ? innerLines(lines, at, column, maxLines) : []) {
    const part = line.trim();
    const hasComment = withoutComment(last) !== last;
    if (hasComment || !/^[\p{L}\p{N}"'(]/u.test(part) || /:(?:\s|$)/.test(part)) break;
    parts.push(withoutComment(part));
    last = part;
  }
  return { text: parts.join(" "), next: at + parts.length };
}

/** The lines below one that are indented by more than `column`, blank ones between them included. */
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

/** True for a null, and for a closed collection; `[draft] Rucio` and `[sec` are text that lacks its quotes. */
function isNoText(value: string): boolean {
  return /^(?:~|null|Null|NULL)$/.test(value) || /^(?:\[[^\]]*\]|\{[^}]*\})$/.test(value);
}

/** @param quotedText begins with the quote that `text` was in */
function unescaped(text: string, quotedText: string): string {
  if (quotedText.startsWith("'")) return text.replaceAll("''", "'");
  return text.replaceAll(/\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|\n|([\s\S])|$)/g, (_, hex, code, char) => {
    const digits: string | undefined = hex ?? code;
    if (digits !== undefined) return String.fromCharCode(Number.parseInt(digits, 16));
    return /[abefnrtv0N_LP]/.test(char ?? "a") ? (char === undefined ? "" : " ") : char;
  });
}
