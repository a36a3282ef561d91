/** What the guesses at a syntax error's cause have in common. */
import { type Edit, lineAt, type Range } from "../text/range";

/** A guess at the cause; it counts only where its edit makes the block parse. */
export interface Cause {
  readonly range: Range;
  readonly message: string;
  readonly title: string;
  readonly edit: Edit;
  /** nothing else can have been meant */
  readonly safe?: boolean;
}

/** The line below, if there is one. */
export function lineAfter(text: string, line: Range): Range | undefined {
  const newline = text.indexOf("\n", line.end);
  return newline < 0 ? undefined : lineAt(text, newline + 1);
}
