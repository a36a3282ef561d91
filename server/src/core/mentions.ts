/** Finds names in a text. */
import type { Range } from "./range";

const word = /[\p{L}\p{N}]+/gu;

/** Names by their first word, the longest first, so that a text is read word by word and not name by name. */
export class Names<T> {
  readonly #byFirstWord = new Map<string, { readonly name: string; readonly of: T }[]>();

  /** @param name begins with a letter or a digit; case does not count */
  add(name: string, of: T): void {
    const lower = name.toLowerCase();
    const first = /^[\p{L}\p{N}]+/u.exec(lower)?.[0];
    if (first === undefined) return;
    const names = [...(this.#byFirstWord.get(first) ?? []), { name: lower, of }];
    this.#byFirstWord.set(
      first,
      names.sort((a, b) => b.name.length - a.name.length),
    );
  }

  /** Each name in `text` where words begin and end with it, by offset; the longest wins, and none overlap. */
  in(text: string): readonly (Range & { readonly of: T })[] {
    const source = toLowerCase(text);
    const found: (Range & { readonly of: T })[] = [];
    let done = 0;
    for (const { 0: first, index: start } of source.matchAll(word)) {
      if (start < done) continue;
      const match = this.#byFirstWord
        .get(first)
        ?.find(({ name }) => source.startsWith(name, start) && !isWordAt(source, start + name.length));
      if (!match) continue;
      done = start + match.name.length;
      found.push({ start, end: done, of: match.of });
    }
    return found;
  }
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
