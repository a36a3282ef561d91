/** Reads the structure of a block and corrects look-alike characters in it; texts are left as they are. */
import type { UnitList } from "../schema/itemKinds";
import { blankClass, separatorClass } from "../text/lookAlikes";
import { lineAt, lineEndOf } from "../text/range";
import { isBlockScalarHead, isDash } from "../yaml/lineShape";
import { closingQuoteFrom } from "../yaml/openMarks";
import { quote } from "../yaml/scalars";
import {
  blankRole,
  blanksEnd,
  blankWidths,
  type Correction,
  hasLookAlikeBlank,
  type LookAlikeRole,
} from "./lookAlikeCorrection";
import { entryWidth, titleOfEntry } from "./lookAlikeEntry";
import { LookAlikeFlow } from "./lookAlikeFlow";
import { entryMarkEnd, type LookAlikeKey, lookAlikeKeyAt, type ValueKind, valueKindOf } from "./lookAlikeKey";
import { correctKey } from "./lookAlikeKeyCorrections";
import { type OpenKey, OpenKeys } from "./lookAlikeOpenKeys";
import { isLookAlikeQuote } from "./lookAlikeQuotes";
import { LookAlikeText } from "./lookAlikeText";
import { correctValue, unclosedQuote } from "./lookAlikeValue";

/** The place of a block in its file. */
export interface BlockPlace {
  readonly kind: string;
  readonly list?: UnitList;
  /** column of the dashes of the items */
  readonly itemColumn?: number;
  /** distance of the tab stops; without it, tabs are not replaced */
  readonly tabWidth?: number;
}

const keyAfterSeparator = new RegExp(`[${separatorClass}]+[${blankClass}]*`, "g");

/** @returns the corrections in the order of the text */
export function readLookAlikes(text: string, place: BlockPlace): readonly Correction[] {
  return new LookAlikeReader(text, place).read();
}

class LookAlikeReader {
  readonly #text: string;
  readonly #place: BlockPlace;
  readonly #corrections: Correction[] = [];
  readonly #keys = new OpenKeys();
  #scalar: LookAlikeText | undefined;
  /** a quote that is closed on a later line */
  #quote: string | undefined;
  #flow: LookAlikeFlow | undefined;
  #hasItemDash = false;
  /** the start of words that are put into quotes */
  #quotedWords = -1;

  constructor(text: string, place: BlockPlace) {
    this.#text = text;
    this.#place = place;
    const { itemColumn } = place;
    if (place.kind === "item") this.#keys.addColumns(itemColumn ?? 2, (itemColumn ?? 2) + 2);
    else this.#keys.addColumns(0);
  }

  read(): readonly Correction[] {
    const text = this.#text;
    for (let at = 0; at < text.length; ) {
      const newline = text.indexOf("\n", at);
      const line = lineAt(text, at);
      // a byte order mark at the start of a file is not part of its text
      const start = at === 0 && this.#place.kind !== "item" && text.startsWith("\uFEFF") ? 1 : line.start;
      this.#readLine(start, line.end);
      at = newline < 0 ? text.length : newline + 1;
    }
    return this.#corrections.sort((a, b) => a.start - b.start);
  }

  #correct(start: number, end: number, text: string, role: LookAlikeRole, isStructural = true): void {
    this.#corrections.push({ start, end, text, role, isStructural });
  }

  /** True for blanks that are not indentation in YAML. */
  #isForeign(blanks: string): boolean {
    return hasLookAlikeBlank(blanks) || (this.#place.tabWidth !== undefined && blanks.includes("\t"));
  }

  #widths(blanks: string, column = 0): readonly number[] {
    return blankWidths(blanks, this.#place.tabWidth, column);
  }

  #blanksEnd(at: number, end: number): number {
    return blanksEnd(this.#text, at, end);
  }

  #readLine(start: number, end: number): void {
    const lead = this.#blanksEnd(start, end);
    if (this.#quote !== undefined) this.#continueQuote(start, end);
    else if (this.#flow) this.#continueFlow(start, lead, end);
    else if (this.#scalar && this.#isText(this.#scalar, start, lead, end)) return;
    else if (lead < end) this.#readContent(lead, end, this.#correctIndentation(start, lead, end));
    else if (hasLookAlikeBlank(this.#text.slice(start, lead))) this.#removeBlankLine(start, end);
  }

  #removeBlankLine(start: number, end: number): void {
    this.#correct(start, end, "", blankRole(this.#text.slice(start, end), "blank"));
  }

  #continueQuote(start: number, end: number): void {
    const close = closingQuoteFrom(this.#text, start, this.#quote ?? "", end);
    if (close === undefined) return;
    this.#quote = undefined;
    if (this.#flow) this.#readFlow(this.#flow, close + 1, end);
  }

  #continueFlow(start: number, lead: number, end: number): void {
    const source = this.#text.slice(start, lead);
    if (hasLookAlikeBlank(source))
      this.#correct(start, lead, " ".repeat(blankWidths(source)[0] ?? 0), blankRole(source, "indentation"));
    if (this.#flow && lead < end) this.#readFlow(this.#flow, lead, end);
  }

  /** True for a line of a text; corrects its indentation where YAML would not read it as text. */
  #isText(text: LookAlikeText, start: number, lead: number, end: number): boolean {
    const blanks = this.#text.slice(start, lead);
    const indentation = text.readLine({
      blanks,
      widths: () => this.#widths(blanks),
      isForeign: this.#isForeign(blanks),
      isBlank: lead === end,
      isKey: () => lookAlikeKeyAt(this.#text, lead, end)?.isKnown ?? false,
    });
    if (!indentation) this.#scalar = undefined;
    const { replaced = 0, written = "" } = indentation ?? {};
    const role = blankRole(blanks, written === "" ? "blank" : "indentation");
    if (replaced > 0) this.#correct(start, start + replaced, written, role);
    return indentation !== undefined;
  }

  /** @returns the column of the content */
  #correctIndentation(start: number, lead: number, end: number): number {
    const source = this.#text.slice(start, lead);
    if (!this.#isForeign(source)) return source.length;
    const widths = this.#widths(source);
    const owner = this.#keys.last;
    const isKey = lookAlikeKeyAt(this.#text, lead, end)?.isKnown;
    const isTooDeepKey = isKey && owner && !owner.isEmpty;
    const column =
      widths.find((width) => isTooDeepKey && this.#keys.hasKeyAt(width)) ??
      widths.find((width) => this.#keys.hasColumn(width)) ??
      widths[0] ??
      0;
    const aligned =
      isTooDeepKey && column > owner.column && column <= owner.column + 2 ? owner.column : column;
    this.#correct(start, lead, " ".repeat(aligned), blankRole(source, "indentation"));
    return aligned;
  }

  #readContent(from: number, lineEnd: number, startColumn: number): void {
    const { at: separator, next } = this.#separatorIn(from, lineEnd);
    const end = separator ?? lineEnd;
    this.#scalar = undefined;
    if (this.#text[from] === "#") return;
    const { at, column, isEntry } = this.#readDashes(from, end, startColumn);
    if (!isEntry) this.#keys.closeUnless((key) => key.column < column);
    this.#keys.addColumns(column);
    if (at < end) this.#readEntry(at, end, column, isEntry);
    if (separator !== undefined) this.#breakLine(separator, next, lineEnd);
  }

  /** The first separator with a key after it. */
  #separatorIn(from: number, end: number): { readonly at?: number; readonly next: number } {
    for (const { 0: matched, index } of this.#text.slice(from, end).matchAll(keyAfterSeparator)) {
      const next = from + index + matched.length;
      const dash = isDash(this.#text, next) ? this.#blanksEnd(next + 1, end) : next;
      if (index > 0 && lookAlikeKeyAt(this.#text, dash, end)?.isKnown) return { at: from + index, next };
    }
    return { next: end };
  }

  #breakLine(separator: number, next: number, end: number): void {
    const isItem = isDash(this.#text, next);
    const written = /^ */.exec(this.#text.slice(separator, next).replace(/^[^ ]+/, ""))?.[0].length ?? 0;
    const keyColumn = this.#keys.hasColumn(written) && written > 0 ? written : (this.#keys.last?.column ?? 0);
    const column = isItem ? (this.#place.itemColumn ?? 2) : keyColumn;
    this.#correct(separator, next, lineEndOf(this.#text) + " ".repeat(column), "break");
    this.#readContent(next, end, column);
  }

  /** True if an entry may begin at the column: the item, or an entry of the list of a key. */
  #mayBeEntry(column: number): boolean {
    if (this.#place.kind === "item" && !this.#hasItemDash) return true;
    return (this.#keys.list?.column ?? Number.POSITIVE_INFINITY) <= column;
  }

  #readDashes(from: number, end: number, startColumn: number) {
    let [at, column, isEntry] = [from, startColumn, false];
    while (at < end) {
      const isKeyOpen = (key: OpenKey) =>
        key.column < column || (key.column === column && key.isEmpty && key.kind !== "text");
      const next = isDash(this.#text, at)
        ? this.#afterDash(at, end, column)
        : !isEntry && this.#afterMark(at, end, column, isKeyOpen);
      if (!next) break;
      this.#keys.closeUnless(isKeyOpen);
      this.#keys.addColumns(column);
      this.#hasItemDash = true;
      isEntry = true;
      at = next.at;
      column += next.width;
    }
    return { at, column, isEntry };
  }

  /** The content after a dash; blanks that are part of a text are not corrected. */
  #afterDash(dash: number, end: number, column: number): { readonly at: number; readonly width: number } {
    const next = this.#blanksEnd(dash + 1, end);
    const source = this.#text.slice(dash + 1, next);
    if (!this.#isForeign(source)) return { at: next, width: 1 + source.length };
    if (next === end) {
      if (!hasLookAlikeBlank(source)) return { at: next, width: 2 };
      this.#correct(dash + 1, next, "", blankRole(source, "blank"));
      return { at: next, width: 2 };
    }
    const isStructure =
      isDash(this.#text, next) ||
      /["'[{]/.test(this.#text[next] ?? "") ||
      lookAlikeKeyAt(this.#text, next, end);
    const spaces = /^[ \t]*/.exec(source)?.[0].length ?? 0;
    if (!isStructure) return { at: dash + 1 + spaces, width: 1 + spaces };
    const width = Math.max(1, this.#widths(source, column + 1)[0] ?? 1);
    this.#correct(dash + 1, next, " ".repeat(width), blankRole(source, "blank"));
    return { at: next, width: 1 + width };
  }

  #afterMark(at: number, end: number, column: number, isOpen: (key: OpenKey) => boolean) {
    const next = entryMarkEnd(this.#text, at, end);
    if (next === undefined) return undefined;
    const isItem = this.#place.kind === "item" && !this.#hasItemDash;
    const closed = this.#keys.closeUnless(isOpen);
    if (!isItem && !this.#mayBeEntry(column)) {
      this.#keys.reopen(closed);
      return undefined;
    }
    const width = entryWidth(this.#text, { at, contentAt: next, end, column });
    const { title, quoted } = titleOfEntry(
      this.#text,
      { at: next, end, isItem },
      this.#place.list,
      this.#keys.list,
    );
    if (quoted) {
      this.#correct(next, next + quoted.length, quote(quoted), "quote");
      this.#quotedWords = next;
    }
    const isHyphen = this.#text[at] === "-" && this.#text[at + 1] !== "-";
    this.#correct(at, next, `${next < end ? "-".padEnd(width) : "-"}${title}`, isHyphen ? "blank" : "dash");
    return { at: next, width };
  }

  #readEntry(at: number, end: number, column: number, isEntry: boolean): void {
    const list = isEntry ? this.#keys.list : undefined;
    const isTextEntry = list?.kind === "names" || list?.kind === "texts";
    const key = at === this.#quotedWords ? undefined : lookAlikeKeyAt(this.#text, at, end);
    if (key && (key.isKnown || !isTextEntry)) this.#readKey(key, end, column);
    else if (list?.name === "themes") this.#readValue(at, end, column - 2, "names", "");
    else
      this.#readValue(
        at,
        end,
        isEntry ? column - 2 : column,
        /[[{\uff3b\uff5b]/.test(this.#text[at] ?? "") ? "other" : "text",
        "",
      );
  }

  #readKey(key: LookAlikeKey, end: number, column: number): void {
    const kind = valueKindOf(key.name);
    const { corrections, value } = correctKey(this.#text, key, end, kind);
    this.#corrections.push(...corrections);
    const isEmpty = value >= end || /^[ \t]#/.test(this.#text.slice(value - 1, value + 1));
    this.#keys.closeUnless((open) => open.column < column);
    this.#keys.open({ column, name: key.name, kind, isEmpty });
    if (isEmpty && kind !== "text" && kind !== "other") this.#keys.addColumns(column + 2);
    if (isEmpty) this.#scalar = kind === "text" ? new LookAlikeText(column, false) : undefined;
    else
      this.#readValue(
        value,
        end,
        column,
        this.#isQuotedTwice(key, value) ? "other" : (kind ?? "text"),
        key.name,
      );
  }

  /** `“title”: “M”`: the quotes are those of another notation. */
  #isQuotedTwice({ start }: LookAlikeKey, value: number): boolean {
    return isLookAlikeQuote(this.#text[start]) && isLookAlikeQuote(this.#text[value]);
  }

  #readValue(at: number, end: number, owner: number, kind: ValueKind, name: string): void {
    const text = this.#text;
    const value = { text, at, end, kind, name };
    if (/["']/.test(text[at] ?? "")) this.#quote = unclosedQuote(value);
    if (this.#quote !== undefined) return;
    const isFlow = /[[{]/.test(text[at] ?? "") || (kind !== "text" && /[\uff3b\uff5b]/.test(text[at] ?? ""));
    if (isFlow && kind !== "text") {
      this.#readFlow(new LookAlikeFlow(text, kind), at, end);
      return;
    }
    const head = /^[|>][-+0-9]{0,2}/.exec(text.slice(at, end))?.[0];
    const afterHead = head === undefined ? at : at + head.length;
    const headEnd = this.#blanksEnd(afterHead, end);
    if (
      head !== undefined &&
      isBlockScalarHead(text, at, afterHead) &&
      (headEnd === end || text[headEnd] === "#")
    ) {
      const source = text.slice(afterHead, headEnd);
      if (hasLookAlikeBlank(source))
        this.#correct(afterHead, headEnd, headEnd < end ? " " : "", blankRole(source, "blank"));
      this.#scalar = new LookAlikeText(owner, true);
      return;
    }
    for (const correction of correctValue(value)) this.#corrections.push(correction);
    if (!/["']/.test(text[at] ?? "")) this.#scalar = new LookAlikeText(owner, false);
  }

  #readFlow(flow: LookAlikeFlow, at: number, end: number): void {
    const { corrections, quote, isOpen } = flow.read(at, end);
    this.#corrections.push(...corrections);
    this.#quote = quote;
    this.#flow = isOpen ? flow : undefined;
  }
}
