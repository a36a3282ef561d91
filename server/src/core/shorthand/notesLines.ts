/** Finds the actions and decisions in notes: lines of Markdown outside code, quotes, tables, headings and comments. */
import { entryText } from "./plainText";
import { shorthandLines } from "./shorthandLines";
import type { Shorthand, ShorthandContext } from "./types";

/** A line of notes that is an action or a decision, with the lines that continue it. */
export interface NotesLine {
  /** 0-based, in the notes */
  readonly line: number;
  /** the last of its lines */
  readonly lastLine: number;
  readonly shorthand: Shorthand;
}

/** @param notes Markdown, with any line ends @returns in order; a line that is written twice is twice among them */
export function notesLines(notes: string, context: ShorthandContext): readonly NotesLine[] {
  const found = shorthandLines(notes, context);
  if (found.length === 0) return [];
  const addresses = addressesIn(notes);
  return found.map(({ lines, shorthand }) => ({
    line: lines[0].line,
    lastLine: (lines.at(-1) ?? lines[0]).line,
    shorthand: { ...shorthand, text: entryText(withAddresses(shorthand.text, addresses)) },
  }));
}

/** The addresses of reference links by name: `[1]: https://…` */
function addressesIn(notes: string): ReadonlyMap<string, string> {
  const definitions = notes.matchAll(
    /^ {0,3}\[([^[\]]{1,100})\]:[ \t]*(?:<(https?:\/\/[^\n<>]{1,500})>|(https?:\/\/[^\s<>]{1,500}))/gm,
  );
  return new Map([...definitions].map(([, name = "", url, bare = ""]) => [name.toLowerCase(), url ?? bare]));
}

/** `[the doc][1]` and `[the doc]` with their addresses in the text. */
function withAddresses(text: string, addresses: ReadonlyMap<string, string>): string {
  if (addresses.size === 0) return text;
  return text.replaceAll(
    /(?<!\\)\[([^[\]]{1,200})\](?:\[([^[\]]{0,100})\])?(?!\()/g,
    (whole, words: string, name?: string) => {
      const url = addresses.get((name || words).toLowerCase());
      return url === undefined ? whole : `[${words}](<${url}>)`;
    },
  );
}

/** Equal for two texts that differ in case, punctuation and spaces only. */
export function comparableText(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
