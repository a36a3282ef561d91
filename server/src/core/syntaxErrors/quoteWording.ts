/** The words of findings about missing quotes. */
import { messageText } from "../text/displayText";

/** Keys that name one text; `notes`, `context` and `text` do not. */
const nouns: ReadonlySet<string> = new Set([
  "title",
  "question",
  "topic",
  "answer",
  "place",
  "series",
  "community",
  "owner",
  "code",
]);

/** @param key the key of the value; undefined or empty for an entry of a list */
export function quoteTitle(key = ""): string {
  return `Quote this ${nouns.has(key) ? key : "text"}`;
}

/** The same in the middle of a sentence. */
export function quoteAdvice(key = ""): string {
  return `quote this ${nouns.has(key) ? key : "text"}`;
}

/** Why a value needs quotes. */
export function quoteReason(value: string): string {
  if (/^["']/.test(value)) return "text follows its closing quote";
  if (/:(\s|$)/.test(value)) return "a colon followed by a space starts a new key";
  if (/[ \t]#/.test(value)) return "a space followed by `#` starts a comment";
  if (/^[^[\]{}].*[[\]{}]/.test(value)) return "brackets have a special meaning here";
  const character = value.startsWith("`")
    ? "a backtick"
    : `\`${messageText([...value.slice(0, 2)][0] ?? "")}\``;
  return `${character} has a special meaning at the start of a value`;
}
