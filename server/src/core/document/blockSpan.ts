/** The blocks of a file: their kinds, their places, and the state of the scanner before them. */
import type { UnitList } from "../schema/itemKinds";
import type { Range } from "../text/range";

/** The state of the scanner before a block: the current item list and the column of its items. */
export interface ScanState {
  readonly list?: UnitList | "unknown";
  /** column of the dash of the list's first item; undefined before that item */
  readonly indent?: number;
}

/**
 * The kind and position of a block. `leadingComments`: text before the first key (comments, `---`). `key`: a
 * top-level key with its value, or `contributions:` alone above its items. `item`: an entry of an item list,
 * or of a list below an unknown top-level key, with the comments above it. `whole`: a file that cannot be
 * split. `tooLarge`: a file beyond the limits.
 */
export interface BlockShape {
  readonly kind: "leadingComments" | "key" | "item" | "whole" | "tooLarge";
  /** the item list an `item` or a `key` belongs to */
  readonly list?: UnitList;
  /**
   * column of the item or of the root key minus the column of its siblings: -1 is one too few, 1 is one too many, 0 is
   * aligned
   */
  readonly indentDelta: number;
  readonly stateBefore: ScanState;
}

export interface BlockSpan extends Range, BlockShape {}

/** The text as one block that is not analysed. */
export function tooLargeSpan(text: string): BlockSpan {
  return { ...wholeSpan(text), kind: "tooLarge" };
}

/** The text as one block. */
export function wholeSpan(text: string): BlockSpan {
  return { kind: "whole", start: 0, end: text.length, indentDelta: 0, stateBefore: {} };
}
