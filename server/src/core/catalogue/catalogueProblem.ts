import { messageText } from "../text/displayText";

/** An error in a catalogue. */
export interface CatalogueProblem {
  /** the keys and indices that lead to the value from the root */
  readonly path: readonly PathSegment[];
  /** a clause that begins in lower case and has no full stop */
  readonly message: string;
}

export type PathSegment = string | number;

/** Maximum number of characters of catalogue text that a message quotes. */
const maxShownCharacters = 40;

/** Catalogue text for a message: one line, clipped to `maxShownCharacters`, without backticks. */
export function displayName(text: string): string {
  return messageText(text, maxShownCharacters).replaceAll("`", "'");
}

/** `5,000` */
export function formatCount(count: number): string {
  return count.toLocaleString("en");
}
