import type { Edit, Range } from "./range";

/** A part of the first text that still stands, or text that is new. */
type Part = Range | string;

/** What edits in several rounds, each of the text the one before left, come to as edits of the first text. */
export class Patch {
  readonly #length: number;
  #parts: readonly Part[];

  /** @param length of the first text */
  constructor(length: number) {
    this.#length = length;
    this.#parts = [{ start: 0, end: length }];
  }

  /** @param edits of the text as the rounds so far left it, in any order, that do not overlap */
  apply(edits: readonly Edit[]): void {
    const left = [...this.#parts].reverse();
    const parts: Part[] = [];
    let at = 0;
    for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
      parts.push(...take(left, edit.start - at), edit.text);
      take(left, edit.end - edit.start);
      at = edit.end;
    }
    this.#parts = [...parts, ...left.reverse()];
  }

  /** @returns by place, none that touches another */
  edits(): readonly Edit[] {
    const edits: Edit[] = [];
    let at = 0;
    let text = "";
    for (const part of [...this.#parts, { start: this.#length, end: this.#length }]) {
      if (typeof part === "string") text += part;
      else {
        if (text !== "" || part.start > at) edits.push({ start: at, end: part.start, text });
        text = "";
        at = part.end;
      }
    }
    return edits;
  }
}

/** Takes so many characters off a stack of parts. */
function take(left: Part[], count: number): readonly Part[] {
  const taken: Part[] = [];
  let missing = count;
  while (missing > 0) {
    const part = left.pop();
    if (part === undefined) break;
    const length = lengthOf(part);
    taken.push(slice(part, 0, Math.min(length, missing)));
    if (length > missing) left.push(slice(part, missing, length));
    missing -= length;
  }
  return taken;
}

function lengthOf(part: Part): number {
  return typeof part === "string" ? part.length : part.end - part.start;
}

function slice(part: Part, from: number, to: number): Part {
  return typeof part === "string" ? part.slice(from, to) : { start: part.start + from, end: part.start + to };
}
