/** Flow collections: `[a, {b: c}]`. */
import { isBlankAt } from "../yaml/lineShape";
import { isCommentAt } from "../yaml/openMarks";
import { type Container, container, nextIndex } from "./containers";
import { columnOf, endOfLine, nextLine, skipEmptyLines, startOfLine } from "./cursorLines";
import { type CursorScan, type CursorSpot, isCursorAt } from "./scan";
import { emptyToken, readFlowScalar, type Token } from "./tokens";

/**
 * Reads `[a, {b: c}]` from its bracket at `from`. An unclosed collection ends before a line that is indented
 * no further than `ownerColumn`, the column of its key or dash.
 */
export function readFlow(scan: CursorScan, from: number, owner: Container, ownerColumn: number): number {
  return new FlowReader(scan, from, owner, ownerColumn).read();
}

class FlowReader {
  readonly #scan: CursorScan;
  readonly #text: string;
  readonly #owner: Container;
  readonly #limit: number;
  /** the innermost collection that is open */
  #top: Container;
  /** the last token: a bracket or a comma, a key, its colon, or a value */
  #state: "before" | "behindKey" | "value" | "done" = "before";
  #at: number;
  /** start of the current gap between two tokens, in which the cursor may be */
  #gapStart: number;

  constructor(scan: CursorScan, from: number, owner: Container, limit: number) {
    this.#scan = scan;
    this.#text = scan.text;
    this.#owner = owner;
    this.#limit = limit;
    this.#top = owner;
    this.#at = from;
    this.#gapStart = from;
  }

  read(): number {
    do {
      if (this.#at >= this.#text.length || !this.#readToken()) return this.#endUnclosed();
    } while (this.#top !== this.#owner);
    return nextLine(this.#text, this.#at);
  }

  /** @returns false if the collection ends unclosed */
  #readToken(): boolean {
    const char = this.#text[this.#at] ?? "";
    if (char === "\n") return this.#readLineEnd();
    if (char === "\r" || isBlankAt(this.#text, this.#at)) this.#at++;
    else if (isCommentAt(this.#text, this.#at)) this.#readComment();
    else if (char === "[" || char === "{") this.#openCollection(char === "[" ? "list" : "map");
    else if (char === ",") this.#readComma();
    else if (char === "]" || char === "}") this.#closeCollection();
    else if (char === ":" && this.#state === "behindKey") this.#readColon();
    else this.#readScalar();
    return true;
  }

  #readLineEnd(): boolean {
    const at = skipEmptyLines(this.#text, this.#at);
    if (at >= this.#text.length) return false;
    if (!this.#isInside(at) && !/[\]},]/.test(this.#text[at] ?? "")) return false;
    this.#at = at;
    return true;
  }

  /** True for an offset to the right of the collection's key or dash. */
  #isInside(offset: number): boolean {
    return columnOf(this.#text, startOfLine(this.#text, offset), offset) > this.#limit;
  }

  #readComment(): void {
    const end = endOfLine(this.#text, this.#at);
    if (this.#at < this.#scan.offset && this.#scan.offset <= end) this.#scan.spots ??= [];
    this.#at = end;
  }

  #openCollection(kind: Container["kind"]): void {
    this.#endGap(this.#at - 1);
    const child = container(kind, "flow", this.#top, this.#owner.column, this.#at);
    if (kind === "list") child.lastStep = 0;
    this.#top.child = child;
    this.#top = child;
    this.#skipMark("before");
  }

  #readComma(): void {
    this.#endGap(this.#at);
    if (this.#top.kind === "list") this.#top.lastStep = nextIndex(this.#top);
    this.#skipMark("before");
  }

  #closeCollection(): void {
    this.#endGap(this.#at);
    this.#top = this.#top.parent ?? this.#owner;
    this.#skipMark("done");
  }

  #readColon(): void {
    this.#endGap(this.#at);
    this.#skipMark("value");
  }

  /** Continues after a mark of one character. */
  #skipMark(state: "before" | "value" | "done"): void {
    this.#state = state;
    this.#at++;
    this.#gapStart = this.#at;
  }

  #readScalar(): void {
    const token = readFlowScalar(this.#text, this.#at, this.#top.kind === "map" && this.#state === "before");
    this.#endGap(this.#at - 1);
    if (token.end > this.#at) this.#addToken(token);
    this.#at = Math.max(token.end, this.#at + 1);
    this.#gapStart = this.#at;
  }

  #addToken(token: Token): void {
    const slot = this.#slot();
    const isKey = slot === "key";
    if (slot !== "value") this.#top.tokens.push(token);
    if (isKey) this.#top.lastStep = token.text;
    if (isCursorAt(this.#scan, token, isKey ? "exactly" : "loosely")) {
      const hasColon = isKey && /^[ \t]*:/.test(this.#text.slice(token.end, token.end + 100));
      this.#scan.spots = [{ ...this.#spot(slot, token), insertPrefix: "", hasColon }];
    }
    this.#state = isKey ? "behindKey" : "done";
  }

  /** Finds the cursor in the gap that ends at `to`, where a key, a value or an entry may be. */
  #endGap(to: number): void {
    const { spots: found, offset } = this.#scan;
    if (found || offset < this.#gapStart || offset > to || this.#top === this.#owner) return;
    if (this.#state === "before" || this.#state === "value")
      this.#scan.spots = [this.#spot(this.#slot(), emptyToken(offset))];
  }

  /** The role of a token at this place. */
  #slot(): "key" | "value" | "entry" {
    if (this.#top.kind === "list") return "entry";
    return this.#state === "value" ? "value" : "key";
  }

  #spot(slot: CursorSpot["slot"], token: Token): CursorSpot {
    const insertPrefix = this.#state === "value" && this.#text[this.#scan.offset - 1] === ":" ? " " : "";
    const step = slot === "key" ? {} : { step: this.#top.lastStep };
    return {
      slot,
      collection: this.#top,
      ...step,
      token,
      insertPrefix,
      column: this.#owner.column,
    };
  }

  /** The cursor counts as inside an unclosed collection in the white space after it, including lines below it. */
  #endUnclosed(): number {
    const { offset } = this.#scan;
    const rest = this.#text.slice(this.#gapStart, Math.max(this.#gapStart, offset));
    if (rest.trim() === "" && (!rest.includes("\n") || this.#isInside(offset)))
      this.#endGap(this.#text.length);
    return nextLine(this.#text, this.#gapStart);
  }
}
