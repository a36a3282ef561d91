import type { Edit, Range } from "./range";

/** A range of the original text that is still there, or new text. */
type TextPart = Range | string;

/**
 * Composes edits of several rounds, each applied to the result of the previous one, into edits of the
 * original text.
 */
export class EditComposer {
  readonly #length: number;
  #parts: readonly TextPart[];

  /** @param length length of the original text */
  constructor(length: number) {
    this.#length = length;
    this.#parts = [{ start: 0, end: length }];
  }

  /** @param edits edits of the current text, in any order, not overlapping */
  apply(edits: readonly Edit[]): void {
    const remaining = [...this.#parts].reverse();
    const parts: TextPart[] = [];
    let at = 0;
    for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
      parts.push(...takeCharacters(remaining, edit.start - at), edit.text);
      takeCharacters(remaining, edit.end - edit.start);
      at = edit.end;
    }
    this.#parts = [...parts, ...remaining.reverse()];
  }

  /** @returns edits of the original text, ordered by offset; no two of them touch */
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

/** Removes `count` characters from the top of a stack of parts and returns them as parts. */
function takeCharacters(stack: TextPart[], count: number): readonly TextPart[] {
  const takenParts: TextPart[] = [];
  let charactersLeft = count;
  while (charactersLeft > 0) {
    const part = stack.pop();
    if (part === undefined) break;
    const length = lengthOf(part);
    takenParts.push(slice(part, 0, Math.min(length, charactersLeft)));
    if (length > charactersLeft) stack.push(slice(part, charactersLeft, length));
    charactersLeft -= length;
  }
  return takenParts;
}

function lengthOf(part: TextPart): number {
  return typeof part === "string" ? part.length : part.end - part.start;
}

function slice(part: TextPart, from: number, to: number): TextPart {
  return typeof part === "string" ? part.slice(from, to) : { start: part.start + from, end: part.start + to };
}
