/** Corrects look-alike characters in brackets: `[security， “Rucio”]`. */
import { blankClass, bracketClass, commaClass, invisibleClass } from "../text/lookAlikes";
import { closingQuote } from "../yaml/openMarks";
import { blankRole, type Correction, hasLookAlikeBlank } from "./lookAlikeCorrection";
import { lookAlikeKeyAt, type ValueKind, valueKindOf } from "./lookAlikeKey";
import { isLookAlikeQuote, isQuotePair, straightQuote } from "./lookAlikeQuotes";

const blanks = new RegExp(`[${blankClass}]+`, "y");
const isBlank = new RegExp(`[${blankClass}]`);
const invisibles = new RegExp(`[${invisibleClass}]`, "g");
const isWideBracket = new RegExp(`[${bracketClass}]`);
const isWideComma = new RegExp(`[${commaClass}]`);
const indicator = /[[\]{},:\uff3b\uff3d\uff5b\uff5d]/;

interface FlowPart {
  readonly corrections: readonly Correction[];
  /** the quote that a later line closes */
  readonly quote: string | undefined;
  /** true if a bracket is still open */
  readonly isOpen: boolean;
}

/** Reads a flow collection, line by line. */
export class LookAlikeFlow {
  readonly #text: string;
  readonly #kind: ValueKind;
  readonly #brackets: string[] = [];
  #corrections: Correction[] = [];
  #quote: string | undefined;
  /** true where a value may begin */
  #isStart = true;
  #valueKind: ValueKind | undefined;

  constructor(text: string, kind: ValueKind) {
    this.#text = text;
    this.#kind = kind;
    this.#valueKind = kind;
  }

  /** @param from start of the brackets, or of a further line of them */
  read(from: number, end: number): FlowPart {
    this.#corrections = [];
    this.#quote = undefined;
    this.#isStart = true;
    for (let at = from; at < end; ) at = this.#readMark(at, end);
    return { corrections: this.#corrections, quote: this.#quote, isOpen: this.#brackets.length > 0 };
  }

  #correct(start: number, end: number, text: string, role: Correction["role"]): void {
    const isStructural = (role !== "blank" && role !== "invisible") || this.#text[start - 1] === ":";
    this.#corrections.push({ start, end, text, role, isStructural });
  }

  /** @returns the next offset to read */
  #readMark(at: number, end: number): number {
    const char = this.#text[at] ?? "";
    if (char === "#" && /[ \t]/.test(this.#text[at - 1] ?? "")) return end;
    if (isBlank.test(char)) return this.#readBlanks(at, end);
    if (this.#isStart && (char === '"' || char === "'")) return this.#readQuoted(at, end);
    if (this.#isStart && isLookAlikeQuote(char)) return this.#readLookAlikeQuoted(at, end);
    if (/[[{\uff3b\uff5b]/.test(char)) return this.#open(at);
    if (/[\]}\uff3d\uff5d]/.test(char)) return this.#close(at);
    if (char === "," || (isWideComma.test(char) && (this.#isOfNames() || this.#isBeforeKey(at, end))))
      return this.#readComma(at, end);
    if (this.#isStart && this.#isInMap()) return this.#readKey(at, end);
    this.#isStart = false;
    return at + 1;
  }

  #isInMap(): boolean {
    return this.#brackets.at(-1) === "{";
  }

  /** True in a list of people or themes. */
  #isOfNames(): boolean {
    return this.#valueKind === "names" && !this.#isInMap();
  }

  /** True for `，` with a known key after it. */
  #isBeforeKey(comma: number, end: number): boolean {
    let at = comma + 1;
    while (at < end && isBlank.test(this.#text[at] ?? "")) at++;
    return this.#isInMap() && (lookAlikeKeyAt(this.#text, at, end)?.isKnown ?? false);
  }

  #readBlanks(at: number, end: number): number {
    blanks.lastIndex = at;
    const next = Math.min(end, at + (blanks.exec(this.#text)?.[0].length ?? 1));
    const source = this.#text.slice(at, next);
    if (hasLookAlikeBlank(source) && this.#isStructure(at, next, end))
      this.#correct(at, next, this.#ordinaryBlank(at, next, end), blankRole(source, "blank"));
    return next;
  }

  /** True for blanks beside brackets, commas and colons, and for invisible characters that are not in a text. */
  #isStructure(at: number, next: number, end: number): boolean {
    const [before = "", after = ""] = [this.#text[at - 1], this.#text[next]];
    if (this.#brackets.length === 0) return true;
    const isOfText =
      this.#valueKind === "text" &&
      (this.#isStart ? before === ":" && /[ \t]/.test(this.#text[at] ?? "") : true);
    if (isOfText) return false;
    const isBeside = indicator.test(before) || indicator.test(after) || isWideComma.test(after);
    return this.#isStart || next === end || isBeside || this.#isInvisible(at, next);
  }

  #isInvisible(at: number, next: number): boolean {
    return this.#text.slice(at, next).replaceAll(invisibles, "") === "";
  }

  /** A space, or nothing at the end of a line, inside a bracket or within a word. */
  #ordinaryBlank(at: number, next: number, end: number): string {
    const isOutside = this.#brackets.length === 0;
    const isAfterBracket = !isOutside && /[[{\uff3b\uff5b]/.test(this.#text[at - 1] ?? "");
    const isBeforeEnd = next === end || /[\],}\uff3d\uff5d]/.test(this.#text[next] ?? "");
    const isInWord = !this.#isStart && this.#isInvisible(at, next);
    return isAfterBracket || isBeforeEnd || isInWord ? "" : " ";
  }

  #readQuoted(at: number, end: number): number {
    const close = closingQuote(this.#text, at, end);
    this.#isStart = false;
    if (close !== undefined) return this.#readColonAfter(close + 1);
    const other = this.#closingLookAlike(at, end);
    if (other === undefined) this.#quote = this.#text[at];
    else this.#correct(other, other + 1, this.#text[at] ?? "", "quote");
    return other === undefined ? end : this.#readColonAfter(other + 1);
  }

  #readColonAfter(at: number): number {
    if (this.#text[at] !== ":") return at;
    this.#isStart = true;
    return at + 1;
  }

  #readLookAlikeQuoted(at: number, end: number): number {
    const close = this.#closingLookAlike(at, end);
    this.#isStart = false;
    if (close === undefined) return at + 1;
    const inner = this.#text.slice(at + 1, close);
    const straight = straightQuote(this.#text[at] ?? "");
    const mark =
      inner.includes(straight) || (straight === '"' && inner.includes("\\"))
        ? straight === '"'
          ? "'"
          : '"'
        : straight;
    if (inner.includes(mark)) return at + 1;
    this.#correct(at, at + 1, mark, "quote");
    this.#correct(close, close + 1, mark, "quote");
    if (this.#isInMap() && this.#text[close + 1] === ":")
      this.#valueKind = valueKindOf(inner.trim()) ?? "text";
    return this.#readColonAfter(close + 1);
  }

  /** The closing quote of the same kind with a bracket, a comma or a colon after it. */
  #closingLookAlike(at: number, end: number): number | undefined {
    for (let next = at + 1; next < end; next++) {
      if (!isQuotePair(this.#text[at], this.#text[next]) || !isLookAlikeQuote(this.#text[next])) continue;
      let after = next + 1;
      while (after < end && isBlank.test(this.#text[after] ?? "")) after++;
      const char = this.#text[after] ?? "";
      if (after >= end || indicator.test(char) || isWideComma.test(char)) return next;
    }
    return undefined;
  }

  #open(at: number): number {
    const char = this.#text[at] ?? "";
    const bracket = char === "[" || char === "\uff3b" ? "[" : "{";
    if (isWideBracket.test(char)) this.#correct(at, at + 1, bracket, "bracket");
    this.#brackets.push(bracket);
    this.#isStart = true;
    return at + 1;
  }

  #close(at: number): number {
    const char = this.#text[at] ?? "";
    if (isWideBracket.test(char)) this.#correct(at, at + 1, char === "\uff3d" ? "]" : "}", "bracket");
    this.#brackets.pop();
    this.#isStart = false;
    this.#valueKind = this.#kind;
    return at + 1;
  }

  #readComma(at: number, end: number): number {
    const isSpaced = at + 1 >= end || isBlank.test(this.#text[at + 1] ?? "");
    if (this.#text[at] !== ",") this.#correct(at, at + 1, isSpaced ? "," : ", ", "comma");
    this.#isStart = true;
    return at + 1;
  }

  #readKey(at: number, end: number): number {
    this.#isStart = false;
    const key = lookAlikeKeyAt(this.#text, at, end);
    if (!key) return at + 1;
    this.#valueKind = valueKindOf(key.name) ?? "text";
    this.#isStart = true;
    if (key.isKnown && this.#text[key.colon] !== ":")
      this.#correct(
        key.colon,
        key.colon + 1,
        isBlank.test(this.#text[key.colon + 1] ?? "") ? ":" : ": ",
        "colon",
      );
    if (key.isKnown && hasLookAlikeBlank(this.#text.slice(key.end, key.colon)))
      this.#correct(key.end, key.colon, "", "blank");
    return key.colon + 1;
  }
}
