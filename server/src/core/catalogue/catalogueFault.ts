import { inMessage } from "../text/displayText";

/** What is wrong with a catalogue. */
export interface CatalogueFault {
  /** the keys and indices that lead to the value from the root */
  readonly path: readonly Step[];
  /** a clause that begins in lower case and has no full stop */
  readonly message: string;
}

export type Step = string | number;

/** Characters of a catalogue's own text that a message repeats. */
const mostShown = 40;

/** A text of the catalogue as messages show it: on one line, and not too long. */
export function shown(text: string): string {
  return inMessage(text, mostShown).replaceAll("`", "'");
}

/** `5,000` */
export function inWords(count: number): string {
  return count.toLocaleString("en");
}
