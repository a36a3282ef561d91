/** Several themes in one entry: `[security storage-integration]`. */
import { isSeq } from "yaml";
import type { Vocabulary } from "../catalogue/vocabulary";
import type { Fix } from "../findings/finding";
import { lineAt, lineEndOf } from "../text/range";
import { replaceValue } from "../yaml/edits";
import { rangeOf } from "../yaml/nodes";
import type { ThemeEntry } from "./themeEntries";

/** Maximum number of words of an entry, and of one theme's title, that are looked up. */
const maxWords = 20;
const maxTitleWords = 6;

/**
 * The references in a text with separators, each once: `security; Storage integration`.
 * @returns undefined if the text is one reference, or if a part of it is none
 */
export function themesIn(text: string, vocabulary: Vocabulary): readonly string[] | undefined {
  const parts = text
    .split(/[,;|&+]|\s[-–—/]\s|\sand\s/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const refs: string[] = [];
  for (const part of parts) {
    const found = themesOfWords(part.split(/\s+/), vocabulary);
    if (!found) return undefined;
    refs.push(...found);
  }
  return refs.length > 1 ? [...new Set(refs)] : undefined;
}

/** The longest titles first, from left to right. */
function themesOfWords(words: readonly string[], vocabulary: Vocabulary): readonly string[] | undefined {
  if (words.length > maxWords) return undefined;
  const refs: string[] = [];
  for (let at = 0; at < words.length; ) {
    const length = titleLength(words.slice(at, at + maxTitleWords), vocabulary);
    const ref = referenceOf(words.slice(at, at + length).join(" "), vocabulary);
    if (ref === undefined) return undefined;
    refs.push(ref);
    at += length;
  }
  return refs;
}

/** The number of words that make the longest exact reference; 1 if there is none. */
function titleLength(words: readonly string[], vocabulary: Vocabulary): number {
  for (let length = words.length; length > 1; length--)
    if (exactReference(words.slice(0, length).join(" "), vocabulary) !== undefined) return length;
  return 1;
}

function exactReference(text: string, vocabulary: Vocabulary): string | undefined {
  if (vocabulary.resolve(text)) return text;
  const exact = vocabulary.correctionsFor(text).filter(({ match }) => match === "exact");
  return exact.length === 1 ? exact[0]?.ref : undefined;
}

/** A misspelt theme counts as well: `securty`. */
function referenceOf(text: string, vocabulary: Vocabulary): string | undefined {
  return exactReference(text, vocabulary) ?? vocabulary.correctionsFor(text)[0]?.ref;
}

/** True if a word of the text is a theme, which a correction of the whole text would drop. */
export function hasThemeWord(text: string, vocabulary: Vocabulary): boolean {
  const words = text.split(/[\s,;|&+]+/);
  return words.length > 1 && words.some((word) => vocabulary.resolve(word) !== undefined);
}

/** Writes each theme as an entry of its own. */
export function splitFix({ node, list }: ThemeEntry, refs: readonly string[], text: string): Fix {
  const { start } = rangeOf(node);
  const line = lineAt(text, start);
  const separator =
    isSeq(list) && list.flow ? ", " : `${lineEndOf(text)}${text.slice(line.start, start).replace(/[^\s-].*$/, "")}`;
  const edits = [replaceValue(text, node, refs.join(separator))];
  return { title: `Replace with ${refs.map((ref) => `\`${ref}\``).join(" and ")}`, edits, preferred: true };
}
