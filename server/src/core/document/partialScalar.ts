/** Values of text that does not parse: a scalar without its quotes, comments and properties. */

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
  const first = withoutProperties(rest.trim());
  if (/^[|>][-+\d]{0,2}[ \t]*(?:#.*)?$/.test(first)) return blockScalar(lines, at, column);
  if (/^["']/.test(first)) return quoted(lines, at, column, first);
  return plain(lines, at, column, first);
}

/** One line's scalar. A quote that is not closed ends with the line; with text behind it, the quotes are part of it. */
export function lineScalar(raw: string): string {
  const value = withoutProperties(raw.trim());
  if (!/^["']/.test(value)) return isNoText(value) ? "" : withoutComment(value);
  const end = closingQuote(value);
  return end < 0 ? unescaped(withoutComment(value.slice(1)), value) : closed(value, end);
}

/** `x` of `&anchor !tag x` */
export function withoutProperties(text: string): string {
  let value = text;
  while (/^[&!][^\s,[\]{}]*(?:[ \t]|$)/.test(value)) value = value.replace(/^\S*[ \t]*/, "");
  return value;
}

/** Where the quote ends that `text` begins with; -1 where it is not closed. */
export function closingQuote(text: string): number {
  const quote = text[0];
  for (let at = 1; at < text.length; at++) {
    if (quote === '"' && text[at] === "\\") at++;
    else if (text[at] === quote && quote === "'" && text[at + 1] === quote) at++;
    else if (text[at] === quote) return at;
  }
  return -1;
}

/** The length of a line's white space at its start. */
export function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function blockScalar(lines: readonly string[], at: number, column: number): ReadScalar {
  const inner = innerLines(lines, at, column);
  return { text: inner.join("\n"), next: at + 1 + inner.length };
}

function quoted(lines: readonly string[], at: number, column: number, first: string): ReadScalar {
  const one = { text: lineScalar(first), next: at + 1 };
  if (closingQuote(first) >= 0) return one;
  const inner = innerLines(lines, at, column, maxLines);
  const all = [first, ...inner.map((line) => line.trim())].join("\n");
  const end = closingQuote(all);
  if (end < 0) return one;
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
  let next = at + 1;
  if (!/^[[{]|(?:^|[ \t])#/.test(first) && first !== "")
    for (const line of innerLines(lines, at, column, maxLines)) {
      const part = line.trim();
      if (!/^[\p{L}\p{N}"'(]/u.test(part) || /:(?:\s|$)/.test(part)) break;
      parts.push(withoutComment(part));
      next++;
      if (/[ \t]#/.test(part)) break;
    }
  return { text: parts.join(" "), next };
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
    if (line.trim() === "") continue;
    if (indentOf(line) <= column) break;
    end = next + 1;
  }
  return lines.slice(at + 1, end);
}

/** True for a null, and for a closed collection; `[draft] Rucio` and `[sec` are text that lacks its quotes. */
function isNoText(value: string): boolean {
  return /^(?:~|null|Null|NULL)$/.test(value) || /^(?:\[[^\]]*\]|\{[^}]*\})$/.test(value);
}

function withoutComment(text: string): string {
  const comment = text.search(/(?:^|[ \t])#/);
  return (comment < 0 ? text : text.slice(0, comment)).trimEnd();
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
