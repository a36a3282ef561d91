import type { SchemaPath } from "../schema/schema";
import type { Range } from "../text/range";
import type { Quote } from "./tokens";

export interface Cursor {
  /** `key` of the map at `path`; the `value` or list `entry` at `path`; `text` is Markdown at `path` */
  readonly slot: "key" | "value" | "entry" | "text";
  /** from the file's root: `["contributions", 0, "themes", 1]`; an item's own index counts in its block */
  readonly path: SchemaPath;
  readonly style: "block" | "flow";
  /** the range to replace: the token around the cursor with its quotes */
  readonly range: Range;
  /** the token up to the cursor, without its quote */
  readonly prefix: string;
  /** the whole token, without its quotes */
  readonly word: string;
  readonly quote?: Quote;
  /** text to insert before a completion: missing indentation, `- `, or the space after a colon */
  readonly insertPrefix: string;
  /** column of an inserted text after `insertPrefix`; its further lines are indented from there */
  readonly column: number;
  /** the other keys of the same map, or the other entries of the same list */
  readonly siblings: readonly string[];
  readonly siblingRanges: readonly Range[];
  /** the bracket of the flow list that the cursor is in */
  readonly listStart?: number;
  /** the key at the cursor has its colon already */
  readonly hasColon: boolean;
  /** the entry of a list that the line is less likely to be in; only whole entries are meant for it */
  readonly isAlternative: boolean;
}
