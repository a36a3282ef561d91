/** The codes that a suppression comment names, misspelt ones included, and the reason after them. */
import { distance } from "fastest-levenshtein";
import { codes } from "../findings/codes";
import type { Range } from "../text/range";

/** A code in a suppression comment; it may not exist. */
export interface NamedCode extends Range {
  /** corrected if it is misspelt */
  readonly code: string;
}

export interface CodeWords {
  readonly named: readonly NamedCode[];
  /** the first misspelt code */
  readonly misspelt?: Range & { readonly written: string; readonly code: string };
  /** from its first word to its last */
  readonly reason?: Range;
  readonly lacksComma: boolean;
  /** the end of the codes, or the start of the reason */
  readonly end: number;
}

interface Word extends Range {
  readonly text: string;
}

/**
 * @param codeList the words after the directive
 * @param at offset of these words
 */
export function readCodes(codeList: string, at: number): CodeWords {
  const words = wordsIn(codeList, at);
  const reasonAt = reasonIndex(words);
  const [first, second] = words.slice(reasonAt);
  const reasonStart = first?.text === "-" && second ? second.start : first?.start;
  const named: NamedCode[] = [];
  let misspelt: CodeWords["misspelt"];
  for (const { text, start, end } of joinedCodes(words.slice(0, reasonAt))) {
    const code = correctCode(text) ?? text;
    if (code !== text) misspelt ??= { written: text, code, start, end };
    named.push({ code, start, end });
  }
  const last = words.at(-1);
  return {
    named,
    ...(misspelt && { misspelt }),
    ...(first && last && { reason: { start: first.start, end: last.end } }),
    lacksComma: named.some(({ start }, index) => {
      const previous = named[index - 1];
      return previous && !codeList.slice(previous.end - at, start - at).includes(",");
    }),
    end: reasonStart ?? named.at(-1)?.end ?? at,
  };
}

/** The words, without an `and` between codes. */
function wordsIn(codeList: string, at: number): readonly Word[] {
  const words = [...codeList.matchAll(/[^\s,:;&+]+/g)].map(({ 0: text, index }) => ({
    text,
    start: at + index,
    end: at + index + text.length,
  }));
  return words.filter(({ text }, index) => text !== "and" || !isLikeCode(words, index + 1));
}

/** `untagged item` as one code. */
function joinedCodes(words: readonly Word[]): readonly Word[] {
  const joined: Word[] = [];
  for (let at = 0; at < words.length; at++) {
    const [word, next] = [words[at] as Word, words[at + 1]];
    const text = `${word.text} ${next?.text ?? ""}`;
    const isPair = next && !isCode(word.text) && isCode(text.replace(" ", "-"));
    joined.push(isPair ? { text, start: word.start, end: next.end } : word);
    if (isPair) at++;
  }
  return joined;
}

/** The index of the first word of a reason: at least two words that are no codes, or `-` before it. */
function reasonIndex(words: readonly Word[]): number {
  let at = words.length;
  while (at > 0 && !isLikeCode(words, at - 1)) at--;
  return words.length - at >= 2 ? at : words.length;
}

function isLikeCode(words: readonly Word[], at: number): boolean {
  const text = words[at]?.text ?? "";
  const [previous, next] = [words[at - 1]?.text, words[at + 1]?.text];
  return correctCode(text) !== undefined || isCode(`${previous}-${text}`) || isCode(`${text}-${next}`);
}

export function isCode(text: string): boolean {
  return codes.some((code) => code === text);
}

/** The code that a word is, also without its hyphens, in the plural, or with a letter wrong. */
function correctCode(text: string): string | undefined {
  const name = comparable(text);
  const candidates: readonly string[] = codes;
  const same = candidates.find((code) => comparable(code) === name || `${comparable(code)}s` === name);
  if (same !== undefined || name.length < 5) return same;
  const near = candidates.find((code) => name.length > 6 && distance(comparable(code), name) <= 2);
  const starting = candidates.filter((code) => comparable(code).startsWith(name));
  return near ?? (starting.length === 1 ? starting[0] : undefined);
}

/** Without case, hyphens and spaces. */
export function comparable(text: string): string {
  return text.toLowerCase().replaceAll(/[-_ ]/g, "");
}
