/** Finds the keys that the format ignores, `x-draft`, in the source of values, which need not be valid YAML. */
import { isExtensionKey } from "../schema/schema";
import { lastIndexUpTo } from "../text/lines";
import type { Range } from "../text/range";
import { isBlockScalar, isDash, isGap, type LineShape, lineShape, skipProperties } from "./lineShape";
import { closingQuote, isCommentAt } from "./openMarks";

/**
 * @param text of whole lines that end in line feeds
 * @returns the keys with their values, in block and flow style, in order; they may overlap. A value that is not closed ends
 *   with the lines that are indented below its key.
 */
function extensionRanges(text: string): readonly Range[] {
  if (!text.includes("x-")) return [];
  const lines = linesOf(text);
  const texts = blockTextsOf(lines, text);
  const flow = new FlowScan(text, lines, texts);
  flow.run();
  const ranges = [...flow.ranges];
  let end = 0;
  for (const [at, line] of lines.entries()) {
    const key = line.start < end || texts.has(line) ? undefined : extensionKeyOf(line, text);
    if (key === undefined || flow.closedKeys.has(key)) continue;
    const range = blockRange(key, at, lines, text);
    ranges.push(range);
    end = range.end;
  }
  return ranges.sort((a, b) => a.start - b.start);
}

/** The text without its keys `x-…`. @param text of whole lines that end in line feeds */
export function withoutExtensionKeys(text: string): string {
  let result = "";
  let at = 0;
  for (const { start, end } of extensionRanges(text)) {
    result += text.slice(at, Math.max(at, start));
    at = Math.max(at, end);
  }
  return result + text.slice(at);
}

/** The text with spaces instead of its keys `x-…`, so that all offsets stay. */
export function blankExtensionKeys(text: string): string {
  let result = "";
  let at = 0;
  for (const { start, end } of extensionRanges(text)) {
    const from = Math.max(at, start);
    result += text.slice(at, from) + text.slice(from, Math.max(from, end)).replaceAll(/[^\r\n]/g, " ");
    at = Math.max(from, end);
  }
  return result + text.slice(at);
}

function linesOf(text: string): readonly LineShape[] {
  let start = 0;
  return text.split("\n").map((line) => {
    const shape = lineShape(text, { start, end: start + line.length });
    start += line.length + 1;
    return shape;
  });
}

/** The lines of the texts of `|` and `>`, which have no keys. */
function blockTextsOf(lines: readonly LineShape[], text: string): ReadonlySet<LineShape> {
  let owner: number | undefined;
  return new Set(
    lines.filter((line) => {
      if (owner !== undefined && (isBlank(line) || columnIn(line) > owner)) return true;
      owner = isBlockScalar(text, line)
        ? (line.key?.start ?? line.dashes.at(-1) ?? line.indentEnd) - line.start
        : undefined;
      return false;
    }),
  );
}

function isBlank({ indentEnd, end }: LineShape): boolean {
  return indentEnd === end;
}

function columnIn({ start, indentEnd }: LineShape): number {
  return indentEnd - start;
}

/** The offset of the key `x-…` that a line begins with; also of `? x-…`, and of `x-…:` without a space after it. */
function extensionKeyOf({ contentStart, end, key }: LineShape, text: string): number | undefined {
  if (key) return isExtensionKey(key.name) ? key.start : undefined;
  const isExplicit = text[contentStart] === "?" && isGap(text[contentStart + 1]);
  const start = skipProperties(text, isExplicit ? contentStart + 1 : contentStart, end);
  const name = /^["']?x-[\w.-]*/.exec(text.slice(start, Math.min(end, start + maxKeyLength)))?.[0];
  if (name === undefined) return undefined;
  return isExplicit || text[start + name.length] === ":" ? contentStart : undefined;
}

/** UTF-16 units of a key that is searched for. */
const maxKeyLength = 200;

/**
 * A key with its value: the rest of its line and the lines below that belong to it. The next key takes its place after a
 * dash; otherwise the lines go as a whole.
 * @param at index of the line
 */
function blockRange(key: number, at: number, lines: readonly LineShape[], text: string): Range {
  const line = lines[at];
  if (!line) return { start: key, end: key };
  const column = key - line.start;
  const hasQuote = line.open.quote !== undefined;
  let last = at;
  for (let next = at + 1; next < lines.length; next++) {
    const below = lines[next];
    if (!below) break;
    if (isBlank(below) || isCommentAt(text, below.indentEnd)) continue;
    if (!belongsBelow(below, column, text) && !(hasQuote && !below.key && below.dashes.length === 0)) break;
    last = next;
  }
  const [end, following] = [lines[last]?.end ?? key, lines[last + 1]];
  if (line.dashes.length > 0 && following && columnIn(following) === column && following.dashes.length === 0)
    return { start: key, end: following.indentEnd };
  return line.dashes.length > 0 ? { start: key, end } : { start: line.start, end: following?.start ?? end };
}

/** True for a deeper line, an entry of a list or the value of an explicit key at the column of the key, and a closing bracket. */
function belongsBelow(line: LineShape, column: number, text: string): boolean {
  if (columnIn(line) !== column) return columnIn(line) > column;
  const mark = text[line.indentEnd] ?? "";
  return (
    isDash(text, line.indentEnd) || /[}\]]/.test(mark) || (mark === ":" && isGap(text[line.indentEnd + 1]))
  );
}

/** A bracket that is open, and the entry that is read in it. */
interface OpenBracket {
  readonly mark: "{" | "[";
  /** offset of the bracket or comma before the entry */
  before: number;
  /** true until the entry begins */
  isAtKey: boolean;
  /** offset of the key of the entry, if it is `x-…` */
  key: number | undefined;
  /** the entries `x-…` so far: from the mark before, up to the mark after */
  readonly found: { readonly key: number; readonly range: Range }[];
}

/** Finds the entries `x-…` of mappings in braces, and of lists of pairs, `[x-a: b]`. */
class FlowScan {
  readonly ranges: Range[] = [];
  /** offsets of the keys in brackets that are closed */
  readonly closedKeys = new Set<number>();
  readonly #text: string;
  readonly #lines: readonly LineShape[];
  readonly #texts: ReadonlySet<LineShape>;
  readonly #open: OpenBracket[] = [];
  /** of the open brackets */
  readonly #counts = { "{": 0, "[": 0 };

  /** @param texts the lines without keys */
  constructor(text: string, lines: readonly LineShape[], texts: ReadonlySet<LineShape>) {
    this.#text = text;
    this.#lines = lines;
    this.#texts = texts;
  }

  run(): void {
    for (const line of this.#lines) if (!this.#texts.has(line)) this.#readLine(line);
    for (const bracket of this.#open.splice(0)) this.#add(bracket, this.#text.length, false);
  }

  #readLine({ indentEnd, end }: LineShape): void {
    const text = this.#text;
    /** true where a value may start */
    let isStart = true;
    for (let at = indentEnd; at < end; at++) {
      const char = text[at] ?? "";
      if (isCommentAt(text, at)) return;
      if (isGap(char)) continue;
      if (isStart) this.#readKey(at, end);
      const bracket = this.#open.at(-1);
      if (bracket) bracket.isAtKey = false;
      const close = isStart && (char === '"' || char === "'") ? closingQuote(text, at, end) : undefined;
      if (close !== undefined) at = close;
      else if (isStart && (char === "{" || char === "["))
        this.#push({ mark: char, before: at, isAtKey: true, key: undefined, found: [] });
      else if (char === "}" || char === "]") this.#close(at, char);
      else if (char === ",") this.#endEntry(at);
      isStart = this.#isStartAfter(at, char, isStart);
    }
  }

  #push(bracket: OpenBracket): void {
    this.#open.push(bracket);
    this.#counts[bracket.mark]++;
  }

  #isStartAfter(at: number, char: string, isStart: boolean): boolean {
    if (char === "{" || char === "[") return isStart;
    if (char === ",") return this.#open.length > 0;
    const isQuoteEnd = /["']/.test(this.#text[at - 1] ?? "");
    if (char === ":") return isGap(this.#text[at + 1]) || (isQuoteEnd && this.#open.length > 0);
    return isStart && (isDash(this.#text, at) || char === "?");
  }

  /** Reads the start of an entry. */
  #readKey(at: number, end: number): void {
    const bracket = this.#open.at(-1);
    if (!bracket?.isAtKey) return;
    const start = skipProperties(this.#text, at, end);
    const rest = this.#text.slice(start, Math.min(end, start + maxKeyLength));
    const pattern =
      bracket.mark === "{" ? /^(?:\? )?["']?x-/ : /^(?:\? )?(?:"x-[^"]*"|'x-[^']*'|x-[^\s:,[\]{}]*) *:/;
    if (pattern.test(rest)) bracket.key = start;
  }

  #endEntry(at: number): void {
    const bracket = this.#open.at(-1);
    if (!bracket) return;
    if (bracket.key !== undefined)
      bracket.found.push({ key: bracket.key, range: { start: bracket.before + 1, end: at + 1 } });
    Object.assign(bracket, { before: at, isAtKey: true, key: undefined });
  }

  #close(at: number, char: string): void {
    const mark = char === "}" ? "{" : "[";
    const count = this.#counts[mark];
    while (this.#counts[mark] === count && count > 0) {
      const bracket = this.#open.pop();
      if (!bracket) return;
      this.#counts[bracket.mark]--;
      this.#add(bracket, at, bracket.mark === mark);
    }
  }

  /** @param end of the last entry */
  #add({ before, key, found }: OpenBracket, end: number, isClosed: boolean): void {
    // the last entry goes with the comma before it
    const start = key === undefined || this.#text[before] !== "," ? before + 1 : before;
    const all = key === undefined ? found : [...found, { key, range: { start, end } }];
    for (const entry of all) {
      if (isClosed) this.closedKeys.add(entry.key);
      const lineEnd = isClosed ? end : this.#lineEndOf(entry.key);
      this.ranges.push({ start: entry.range.start, end: Math.min(entry.range.end, lineEnd) });
    }
  }

  #lineEndOf(offset: number): number {
    this.#starts ??= this.#lines.map(({ start }) => start);
    return this.#lines[lastIndexUpTo(this.#starts, offset)]?.end ?? this.#text.length;
  }

  #starts: readonly number[] | undefined;
}
