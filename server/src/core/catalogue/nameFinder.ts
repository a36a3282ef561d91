/** Finds names in a text. */
import type { Range } from "../text/range";

const word = /[\p{L}\p{N}]+/gu;

/** The names that begin with one word. */
interface SameStart<T> {
  readonly byName: Map<string, T>;
  /** UTF-16 units of its names, each once; sorted when first asked for */
  lengths: readonly number[] | undefined;
}

/** Names by their first word, so that a text is read word by word and not name by name. */
export class Names<T> {
  readonly #byFirstWord = new Map<string, SameStart<T>>();

  /** @param name begins with a letter or a digit; case does not count. The last of two equal names is found. */
  add(name: string, of: T): void {
    const lower = name.toLowerCase();
    const first = /^[\p{L}\p{N}]+/u.exec(lower)?.[0];
    if (first === undefined) return;
    const names = this.#byFirstWord.get(first) ?? { byName: new Map<string, T>(), lengths: undefined };
    names.byName.set(lower, of);
    names.lengths = undefined;
    this.#byFirstWord.set(first, names);
  }

  /** Each name in `text` where words begin and end with it, by offset; the longest wins, and none overlap. */
  in(text: string): readonly (Range & { readonly of: T })[] {
    const source = toLowerCase(text);
    const found: (Range & { readonly of: T })[] = [];
    let done = 0;
    for (const { 0: first, index: start } of source.matchAll(word)) {
      const names = start < done ? undefined : this.#byFirstWord.get(first);
      const match = names && longestAt(source, start, names);
      if (!match) continue;
      done = match.end;
      found.push(match);
    }
    return found;
  }
}

/** One look-up for each length of a name, and not for each name. */
function longestAt<T>(source: string, start: number, names: SameStart<T>): (Range & { of: T }) | undefined {
  names.lengths ??= [...new Set([...names.byName.keys()].map(({ length }) => length))].sort((a, b) => b - a);
  for (const length of names.lengths) {
    const end = start + length;
    if (end > source.length || isWordAt(source, end)) continue;
    const of = names.byName.get(source.slice(start, end));
    if (of !== undefined) return { start, end, of };
  }
  return undefined;
}

/** Every letter at its offset: the few whose lower case is longer stay as they are. */
function toLowerCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return text.replaceAll(/\p{Lu}/gu, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  });
}

function isWordAt(text: string, at: number): boolean {
  return /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2));
}
