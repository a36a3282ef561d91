import type { Edit, Range } from "../text/range";

/** A possible cause of a syntax error with its repair; used only if the edit makes the block parse. */
export interface Repair {
  readonly range: Range;
  readonly message: string;
  readonly title: string;
  readonly edit: Edit;
  /** the repair is unambiguous, so that fix-all may apply it */
  readonly safe?: boolean;
  /** true if items that follow each other may have the same slip */
  readonly isRepeatable?: true;
  readonly isAboutCharacters?: true;
}
