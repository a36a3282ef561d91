/** Finds names in a text. */
import type { Range } from "../text/range";

const wordPattern = /[\p{L}\p{N}]+/gu;

/** The names that start with the same word. */
interface NamesByFirstWord<T> {
  readonly byName: Map<string, T>;
  /** the distinct lengths of the names in UTF-16 units, descending; computed on the first request */
  lengths: readonly number[] | undefined;
}

/** Finds names in a text; indexed by first word, so that the text is scanned once and not once per name. */
export class NameFinder<T> {
  readonly #byFirstWord = new Map<string, NamesByFirstWord<T>>();

  /** @param name starts with a letter or digit; case-insensitive. The last of two equal names wins. */
  add(name: string, value: T): void {
    const lower = name.toLowerCase();
    const first = /^[\p{L}\p{N}]+/u.exec(lower)?.[0];
    if (first === undefined) return;
    const names = this.#byFirstWord.get(first) ?? { byName: new Map<string, T>(), lengths: undefined };
    names.byName.set(lower, value);
    names.lengths = undefined;
    this.#byFirstWord.set(first, names);
  }

  /** Each name in `text` at word boundaries, by offset; the longest match wins and matches do not overlap. */
  findIn(text: string): readonly (Range & { readonly of: T })[] {
    const source = toLowerCase(text);
    const matches: (Range & { readonly of: T })[] = [];
    let searchedUpTo = 0;
    for (const { 0: first, index: start } of source.matchAll(wordPattern)) {
      const names = start < searchedUpTo ? undefined : this.#byFirstWord.get(first);
      const match = names && matchAt(source, start, names);
      if (!match) continue;
      searchedUpTo = match.end;
      matches.push(match);
    }
    return matches;
  }
}

/** One lookup per name length instead of one per name. */
function matchAt<T>(
  source: string,
  start: number,
  names: NamesByFirstWord<T>,
): (Range & { of: T }) | undefined {
  names.lengths ??= [...new Set([...names.byName.keys()].map(({ length }) => length))].sort((a, b) => b - a);
  for (const length of names.lengths) {
    const end = start + length;
    if (end > source.length || isWordAt(source, end)) continue;
    const value = names.byName.get(source.slice(start, end));
    if (value !== undefined) return { start, end, of: value };
  }
  return undefined;
}

/** Lower case with unchanged offsets: letters whose lower case is longer are left as they are. */
function toLowerCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return text.replaceAll(/\p{Lu}/gu, (letter) => {
    const lowerLetter = letter.toLowerCase();
    return lowerLetter.length === letter.length ? lowerLetter : letter;
  });
}

function isWordAt(text: string, at: number): boolean {
  return /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2));
}
