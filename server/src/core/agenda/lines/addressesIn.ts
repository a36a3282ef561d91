import { withoutLastMarks } from "../../text/addresses";

/** The web addresses in a line of a text, in order, without the brackets around them and the marks that end a sentence. */
export function addressesIn(text: string): readonly string[] {
  return [...text.matchAll(/https?:\/\/[^\s<>"()[\]|]+/g)].map(([written]) => withoutLastMarks(written));
}
