/** Several themes in one entry: `[security storage-integration]`. */
import { isSeq } from "yaml";
import type { Vocabulary } from "../../catalogue/vocabulary";
import type { Fix } from "../../findings/finding";
import { lineAt, lineEndOf } from "../../text/range";
import { replaceValue } from "../../yaml/edits";
import { rangeOf } from "../../yaml/nodes";
import type { ThemeEntry } from "./themeEntries";

/** Maximum number of words of an entry, and of one theme's title, that are looked up. */
const maxWords = 10;
const maxTitleWords = 6;

/**
 * The references in a text with separators, each once: `security; Storage integration`.
 * @returns undefined if the text is one reference, or if a part of it is none
 */
export function themesIn(text: string, vocabulary: Vocabulary): readonly string[] | undefined {
  if (vocabulary.refsByName(text).length > 0) return undefined;
  const words = text
    .split(/[,;|&+]|\s[-–—/]\s|\sand\s/)
    .map((part) => part.split(/\s+/).filter((word) => word !== ""));
  if (words.flat().length < 2 || words.flat().length > maxWords) return undefined;
  const titles = words.flatMap((part) => titlesOf(part, vocabulary));
  const refs = titles.map((title) => exactReference(title, vocabulary));
  // the words of one misspelt title are near several themes
  if (refs.every((ref) => ref === undefined)) return undefined;
  const all = refs.map((ref, at) => ref ?? vocabulary.correctionsFor(titles[at] ?? "")[0]?.ref);
  const known = [...new Set(all.filter((ref) => ref !== undefined))];
  // a topic implies its theme: `security aai` is `security/aai`
  const separate = known.filter((ref) => !known.some((other) => other.startsWith(`${ref}/`)));
  const isOneReference = separate.length === 1 && known.length > 1;
  return all.includes(undefined) || titles.length < 2 || isOneReference ? undefined : separate;
}

/** The words joined to titles, the longest first, from left to right. */
function titlesOf(words: readonly string[], vocabulary: Vocabulary): readonly string[] {
  const titles: string[] = [];
  for (let at = 0; at < words.length; ) {
    let length = Math.min(maxTitleWords, words.length - at);
    const joined = (): string => words.slice(at, at + length).join(" ");
    while (length > 1 && exactReference(joined(), vocabulary) === undefined) length--;
    titles.push(joined());
    at += length;
  }
  return titles;
}

function exactReference(text: string, vocabulary: Vocabulary): string | undefined {
  if (vocabulary.resolve(text)) return text;
  const refs = vocabulary.refsByName(text);
  return refs.length === 1 ? refs[0] : undefined;
}

/** True if a reference includes every theme that is a word of the text, so that a correction to it drops none. */
export function coversThemeWords(ref: string, text: string, vocabulary: Vocabulary): boolean {
  const words = text.split(/[\s,;|&+]+/).filter((word) => vocabulary.resolve(word) !== undefined);
  return words.every((word) => ref === word || ref.startsWith(`${word}/`));
}

/** Writes each theme as a separate entry. */
export function splitFix({ node, list }: ThemeEntry, refs: readonly string[], text: string): Fix {
  const { start } = rangeOf(node);
  const line = lineAt(text, start);
  const separator =
    isSeq(list) && list.flow
      ? ", "
      : `${lineEndOf(text)}${text.slice(line.start, start).replace(/[^\s-][\s\S]*/, "")}`;
  const edits = [replaceValue(text, node, refs.join(separator))];
  return { title: `Replace with ${refs.map((ref) => `\`${ref}\``).join(" and ")}`, edits, preferred: true };
}
