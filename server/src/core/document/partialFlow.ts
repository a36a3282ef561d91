/** A flow mapping that does not parse: `{title: SLATE, themes: [sec}`. */
import { skipProperties } from "../yaml/lineShape";
import { closingQuote } from "../yaml/openMarks";

/** What is open at a place in a flow mapping. */
class Nesting {
  readonly #open: string[] = [];
  #maps = 0;

  get isOver(): boolean {
    return this.#open.length === 0;
  }

  /** The mapping itself. */
  get isTop(): boolean {
    return this.#open.length === 1;
  }

  /** In the mapping, or in lists in it that lack their `]`. */
  get isInMap(): boolean {
    return this.#maps === 1;
  }

  /** `}` closes the lists that were left open in its mapping; `]` without a list closes nothing. */
  take(bracket: string): void {
    if (bracket === "{" || bracket === "[") this.#open.push(bracket);
    else if (bracket === "}") while (this.#open.length > 0 && this.#open.pop() !== "{");
    else if (this.#open.at(-1) === "[") this.#open.pop();
    if (bracket === "{") this.#maps++;
    if (bracket === "}") this.#maps--;
  }
}

/**
 * @param text begins with `{`
 * @returns the value of one of its own keys as it is written; nothing where there is none, or a collection
 */
export function partialFlowValue(text: string, key: string): string | undefined {
  const nesting = new Nesting();
  let inList: string | undefined;
  // quotes that are not closed are looked for once
  const unclosed = new Set<string>();
  let isKeyPlace = false;
  const words = /#.*|[[\]{},]|["']|[^\s,:[\]{}"']+|:/g;
  for (let match = words.exec(text); match; match = words.exec(text)) {
    const [word] = match;
    if (/^[[\]{}]/.test(word)) nesting.take(word);
    if (nesting.isOver) break;
    if (/^[[{,]/.test(word)) isKeyPlace = true;
    // a comment, the sign of an explicit key, an anchor or a tag
    if (/^(?:[#[\]{},]|\?$|[&!])/.test(word)) continue;
    const name = unclosed.has(word) ? word : nameAt(text, match.index, word);
    if (/^["']$/.test(name)) unclosed.add(name);
    words.lastIndex = match.index + name.length;
    const colon = /^[ \t]*:[ \t\r\n]*/.exec(text.slice(words.lastIndex, words.lastIndex + 1000))?.[0];
    const isKey = isKeyPlace && colon !== undefined && nesting.isInMap && unquoted(name) === key;
    if (isKey && (nesting.isTop || inList === undefined)) {
      const value = valueAt(text, words.lastIndex + colon.length);
      if (nesting.isTop) return value;
      inList = value ?? "";
    }
    isKeyPlace = false;
  }
  return inList;
}

/** A word, or a text with its quotes; of a quote that is not closed only that. */
function nameAt(text: string, at: number, word: string): string {
  if (word !== '"' && word !== "'") return word;
  const end = closingQuote(text, at);
  return end === undefined ? word : text.slice(at, end + 1);
}

function unquoted(name: string): string {
  return name.replace(/^(["'])(.*)\1$/, "$2");
}

function valueAt(text: string, at: number): string | undefined {
  const [line = ""] = text.slice(at).split(/[\r\n]/, 1);
  const from = skipProperties(text, at, at + line.length);
  if (/[[{]/.test(text[from] ?? "")) return undefined;
  return text.slice(from, endOfQuote(text, from) ?? from + text.slice(from).search(/[\r\n,}\]]|$/));
}

/** Behind the closing quote of the one at `at`, where the value ends there too. */
function endOfQuote(text: string, at: number): number | undefined {
  const end = /["']/.test(text[at] ?? "") ? closingQuote(text, at) : undefined;
  if (end === undefined) return undefined;
  return /^[ \t]*(?:[,}\]\r\n#]|$)/.test(text.slice(end + 1, end + 1000)) ? end + 1 : undefined;
}
