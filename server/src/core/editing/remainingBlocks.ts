/** Compares the Markdown of notes before and after lines of them are removed. */
import type { MarkdownIt, Token } from "markdown-it";
import { listedEntries } from "../shorthand/actionLists";
import { proseLines } from "../shorthand/proseLines";
import { endsInBackslash, lastIndexUpTo } from "../text/lines";
import { marginPrefixes } from "../text/marginParagraphs";
import { markdownParser } from "../text/markdownParser";

export type Parser = MarkdownIt;

/** Raw HTML is text in the notes, and HTML for other readers of the file. */
export function markdownParsers(): readonly Parser[] {
  return [false, true].map((html) => markdownParser({ html, breaks: true }));
}

/** Lines of notes that are removed together: those of an action or a decision. */
export interface RemovedLines {
  /** 0-based, in the notes */
  readonly line: number;
  readonly lastLine: number;
}

/** Compares the lines of one text that remain after some of its lines are removed. */
export class RemainingBlocks {
  readonly #lines: readonly string[];
  readonly #parsers: readonly Parser[];

  /**
   * @param lines of Markdown, without line ends
   * @param parsers those of `markdownParsers`, which may read many texts
   */
  constructor(lines: readonly string[], parsers: readonly Parser[]) {
    this.#lines = lines;
    this.#parsers = parsers;
  }

  /**
   * True if all other lines remain in the same blocks, with the same emphasis, links and code, and nothing belongs to the
   * removed lines: no deeper list, and no text below a colon.
   */
  areSameWithout(removed: readonly RemovedLines[]): boolean {
    const isRemoved = new Set(
      removed.flatMap(({ line, lastLine }) =>
        Array.from({ length: lastLine - line + 1 }, (_, at) => line + at),
      ),
    );
    const remaining = this.#lines.flatMap((_, at) => (isRemoved.has(at) ? [] : at));
    if (removed.some((group) => hasNeighbour(group, this.#lines, remaining))) return false;
    const left = remaining.map((at) => this.#lines[at] ?? "");
    const [listedBefore, listedAfter] = [listedLines(this.#lines), listedLines(left)];
    if (remaining.some((at, index) => listedBefore.has(at) !== listedAfter.has(index))) return false;
    const newNumbers = new Map(remaining.map((at, index) => [at, index]));
    return this.#parsers.every((parser) => {
      const before = readLines(this.#lines, parser, newNumbers);
      const after = readLines(left, parser, undefined);
      return remaining.every((at, index) => before[at] === after[index]);
    });
  }
}

/** The numbers of the lines that are entries of lists of actions. */
function listedLines(lines: readonly string[]): ReadonlySet<number> {
  const prose = [...proseLines(lines.join("\n"))];
  return new Set([...listedEntries(prose)].flatMap((at) => prose[at]?.line ?? []));
}

/**
 * True if a remaining line around removed ones belongs to them, or would get another meaning in ways of the notes.
 * @param remaining the numbers of the lines that remain, ascending
 */
function hasNeighbour(
  { line, lastLine }: RemovedLines,
  lines: readonly string[],
  remaining: readonly number[],
): boolean {
  const at = lastIndexUpTo(remaining, line);
  const isAbove = (remaining[at] ?? line) < line;
  const above = isAbove ? (lines[remaining[at] ?? line] ?? "") : "";
  let next = isAbove ? at + 1 : at;
  const below = lines[remaining[next] ?? lines.length] ?? "";
  while (next < remaining.length && (lines[remaining[next] ?? 0] ?? "").trim() === "") next++;
  const following = lines[remaining[next] ?? lines.length];
  const [first = "", last = ""] = [lines[line], lines[lastLine]];
  return (
    (following !== undefined && (indentOf(following) > indentOf(first) || endsInColon(last))) ||
    (endsInBackslash(above) && below.trim() !== "") ||
    (above.trim() !== "" && isUnderline(below)) ||
    (above.includes("|") && below.includes("|"))
  );
}

function indentOf(line: string): number {
  return /^\s*/.exec(line)?.[0].length ?? 0;
}

function endsInColon(line: string): boolean {
  return /[:\uff1a][*_`]{0,3}$/.test(line.trimEnd());
}

/** `---`, `===`, or the row below the header of a table, which make something of the line above. */
function isUnderline(line: string): boolean {
  return /^[\s|:=-]+$/.test(line) && /[=-]/.test(line);
}

/**
 * What each line is: the blocks around it and the marks in it.
 * @param newNumbers of the remaining lines; undefined if all lines remain
 */
function readLines(
  lines: readonly string[],
  parser: Parser,
  newNumbers: ReadonlyMap<number, number> | undefined,
): readonly (string | undefined)[] {
  const { text, numbers } = withMargins(lines);
  const numberOf = (parsedLine: number): number | undefined => {
    const line = numbers[parsedLine];
    return line === undefined || !newNumbers ? line : newNumbers.get(line);
  };
  const read: (string | undefined)[] = [];
  const around: string[] = [];
  for (const token of parser.parse(text, {})) {
    const { type, nesting, map, tag, content } = token;
    if (nesting < 0) around.pop();
    if (nesting > 0) around.push(`${type} ${tag} ${startOf(token, numberOf)}`);
    if (nesting !== 0 || !map) continue;
    const parts = linesIn(token, map[1] - map[0]);
    for (let at = map[0]; at < map[1]; at++) {
      const line = numbers[at];
      if (line === undefined) continue;
      read[line] = `${read[line] ?? ""}${around.join(">")}>${type} ${parts?.[at - map[0]] ?? content}`;
    }
  }
  return read;
}

/** The text with the blank lines that the notes have before lines at the margin, and the numbers of the others. */
function withMargins(lines: readonly string[]): {
  readonly text: string;
  readonly numbers: readonly (number | undefined)[];
} {
  const prefixes = marginPrefixes(lines.join("\n"));
  const parsed = lines.flatMap((line, at) => [
    ...(prefixes.has(at) ? [{ line: prefixes.get(at) ?? "", number: undefined }] : []),
    { line, number: at },
  ]);
  return { text: parsed.map(({ line }) => line).join("\n"), numbers: parsed.map(({ number }) => number) };
}

/** Where an entry, a quote or a numbered list begins; one with another start has other words or another number. */
function startOf(
  { type, map }: Token,
  numberOf: (parsedLine: number) => number | undefined,
): number | string {
  const [first = 0, end = first] = map ?? [];
  if (type === "list_item_open" || type === "blockquote_open") return numberOf(first) ?? "removed";
  if (type !== "ordered_list_open") return "";
  for (let at = first; at < end; at++) {
    const number = numberOf(at);
    if (number !== undefined) return number;
  }
  return "removed";
}

/** The marks and the text of each line of a paragraph; undefined for another block, and if code has several lines. */
function linesIn({ children, type }: Token, count: number): readonly string[] | undefined {
  if (type !== "inline") return Array.from({ length: count }, () => "");
  const open: string[] = [];
  const lines = [""];
  for (const child of children ?? []) {
    if (child.nesting < 0) open.pop();
    if (child.nesting > 0) open.push(`${child.type} ${child.attrGet("href") ?? ""}`);
    if (child.type === "softbreak" || child.type === "hardbreak") lines.push(open.join());
    else lines[lines.length - 1] += `${open.join()} ${child.type} ${child.content};`;
  }
  return lines.length === count ? lines : undefined;
}
