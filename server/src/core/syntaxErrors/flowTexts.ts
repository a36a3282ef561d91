/** Reads the texts in brackets of a text that does not parse, with ` #word` as text. */
import { type Range, trimmedEnd } from "../text/range";
import { blanksStart, isGap, keyAt, skipBlanks } from "../yaml/lineShape";
import { closingQuote } from "../yaml/openMarks";
import { plainKey } from "../yaml/plainKey";
import { isHashOfWord } from "../yaml/textTail";

/** A text in brackets; quotes are missing around it, or only around a part. */
export interface FlowText extends Range {
  /** its key in a mapping; undefined for an entry of a list */
  readonly key?: string;
  /** number of the bracket that it is in */
  readonly map: number;
}

export interface FlowReading {
  readonly texts: readonly FlowText[];
  readonly keys: readonly FlowKey[];
  /** the brackets that are still open at the end, the outermost first */
  readonly open: string;
}

interface FlowKey {
  readonly name: string;
  /** number of the bracket that opens its mapping */
  readonly map: number;
}

/** Maximum UTF-16 units read from a bracket on. */
const maxFlowLength = 10_000;

/**
 * @param open offset of a `[` or `{`
 * @returns the texts that are not entirely in quotes; undefined if the bracket is not closed
 */
export function readFlowTexts(text: string, open: number): FlowReading | undefined {
  const reading = new FlowTextReader(text, open, open + maxFlowLength).read();
  return reading?.open === "" ? reading : undefined;
}

/** Reads up to the end of a line, where brackets may be open. */
export function readFlowLine(text: string, open: number, lineEnd: number): FlowReading | undefined {
  return new FlowTextReader(text, open, lineEnd).read();
}

class FlowTextReader {
  readonly #text: string;
  readonly #end: number;
  readonly #texts: FlowText[] = [];
  readonly #keys: FlowKey[] = [];
  #open = "";
  /** numbers of the open brackets, and of the last one that was opened */
  readonly #maps: number[] = [];
  #lastMap = 0;
  #at: number;
  /** the key whose value is read next */
  #key: string | undefined;

  constructor(text: string, open: number, end: number) {
    this.#text = text;
    this.#at = open;
    this.#end = Math.min(text.length, end);
  }

  /** @returns undefined for a closing bracket of the wrong kind */
  read(): FlowReading | undefined {
    do {
      this.#skipGaps();
      if (this.#at < this.#end && !this.#readNext()) return undefined;
    } while (this.#open !== "" && this.#at < this.#end);
    return { texts: this.#texts, keys: this.#keys, open: this.#open };
  }

  #skipGaps(): void {
    while (this.#at < this.#end && isGap(this.#text[this.#at])) this.#at++;
  }

  /** @returns false for a closing bracket of the wrong kind */
  #readNext(): boolean {
    const char = this.#text[this.#at] ?? "";
    if (this.#open !== "" && this.#isBracketText()) this.#readText();
    else if (char === "[" || char === "{") this.#openBracket(char);
    else if (char === "]" || char === "}") return this.#close(char);
    else if (char === ",") this.#step(this.#open);
    else if (char === "#" && !this.#isText()) this.#at = this.#lineEnd();
    else this.#readEntry();
    return true;
  }

  /** True for brackets that text follows: `[WIP] talk`. */
  #isBracketText(): boolean {
    const source = this.#text.slice(this.#at, this.#lineEnd());
    return /^(?:\[[^\][{}]*\]|\{[^\][{}]*\})[ \t]*[^\s,\]}#]/.test(source);
  }

  #openBracket(char: string): void {
    this.#maps.push(++this.#lastMap);
    this.#step(this.#open + char);
  }

  get #map(): number {
    return this.#maps.at(-1) ?? 0;
  }

  #step(open: string): void {
    this.#open = open;
    this.#key = undefined;
    this.#at++;
  }

  #close(char: string): boolean {
    const isPair = this.#open.at(-1) === (char === "]" ? "[" : "{");
    this.#maps.pop();
    this.#step(this.#open.slice(0, -1));
    return isPair;
  }

  #lineEnd(): number {
    const end = this.#text.indexOf("\n", this.#at);
    return end < 0 || end > this.#end ? this.#end : end;
  }

  /** True for a `#word` that a comma or a bracket follows on its line. */
  #isText(): boolean {
    return isHashOfWord(this.#text, this.#at) && /[,\]}]/.test(this.#text.slice(this.#at, this.#lineEnd()));
  }

  #readEntry(): void {
    const key = this.#key === undefined ? keyAt(this.#text, this.#at, this.#lineEnd()) : undefined;
    if (key && this.#isKey(key.name)) {
      this.#key = key.name;
      this.#keys.push({ name: key.name, map: this.#map });
      this.#at = key.colon + 1;
      return;
    }
    this.#readText();
  }

  #isKey(name: string): boolean {
    return this.#open.endsWith("{") && plainKey(name) === name;
  }

  #readText(): void {
    const start = this.#at;
    const quoteEnd = this.#endOfQuotes(start);
    if (quoteEnd === undefined) {
      const end = trimmedEnd(this.#text, this.#plainEnd(start));
      this.#texts.push({ start, end, map: this.#map, ...(this.#key !== undefined && { key: this.#key }) });
      this.#at = Math.max(end, start + 1);
    } else this.#at = quoteEnd;
    this.#key = undefined;
  }

  /** The end of a quoted scalar that is a whole entry, with the colon of a key in quotes. */
  #endOfQuotes(start: number): number | undefined {
    const close = /["']/.test(this.#text[start] ?? "")
      ? closingQuote(this.#text, start, this.#end)
      : undefined;
    if (close === undefined) return undefined;
    const next = skipBlanks(this.#text, close + 1, this.#end);
    if (this.#text[next] === ":" && this.#open.endsWith("{")) return next + 1;
    const isWhole = /^[,\]}\r\n]?$/.test(this.#text[next] ?? "") || this.#isComment(next);
    return isWhole ? next : undefined;
  }

  #isComment(at: number): boolean {
    return this.#text[at] === "#" && isGap(this.#text[at - 1]) && !isHashOfWord(this.#text, at);
  }

  /** The end of a plain text: the next comma, comment, line end or bracket that it does not open. */
  #plainEnd(start: number): number {
    const lineEnd = this.#lineEnd();
    let depth = 0;
    for (let at = start; at < lineEnd; at++) {
      const char = this.#text[at] ?? "";
      if (this.#isComment(at)) return blanksStart(this.#text, start, at);
      if (depth === 0 && /[,\]}]/.test(char)) return at;
      if (/[[{]/.test(char)) depth++;
      else if (/[\]}]/.test(char)) depth--;
    }
    return lineEnd;
  }
}
