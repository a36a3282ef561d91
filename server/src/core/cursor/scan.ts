/** What is known while a text is read line by line, and what was found at the cursor. */
import type { Range } from "../range";
import type { SchemaPath } from "../schema";
import type { Container } from "./containers";
import { emptyToken, type Quote, type Token } from "./tokens";

export interface Cursor {
  /** `key` of the map at `path`; the `value` or list `entry` at `path`; `text` is Markdown at `path` */
  readonly slot: "key" | "value" | "entry" | "text";
  /** from the file's root: `["contributions", 0, "themes", 1]`; an item's own index counts in its block */
  readonly path: SchemaPath;
  readonly style: "block" | "flow";
  /** what to replace: the token around the cursor, its quotes with it */
  readonly range: Range;
  /** the token up to the cursor, without its quote */
  readonly prefix: string;
  /** the whole token, without its quotes */
  readonly word: string;
  readonly quote?: Quote;
  /** what has to stand before an inserted text: indentation that is missing, `- `, the space behind a colon */
  readonly lead: string;
  /** where an inserted text begins, behind `lead`; its further lines are indented from there */
  readonly column: number;
  /** keys of the same map, or entries of the same list, but for the one at the cursor */
  readonly siblings: readonly string[];
  /** the key at the cursor has its colon already */
  readonly hasColon: boolean;
}

export interface Spot {
  readonly slot: Cursor["slot"];
  readonly at: Container;
  readonly step?: string | number | undefined;
  readonly token: Token;
  /** where the range begins, if not with the token */
  readonly start?: number;
  readonly lead: string;
  readonly column: number;
  readonly hasColon?: boolean;
}

export interface Scan {
  readonly text: string;
  readonly offset: number;
  /** the innermost collection in block style */
  top: Container;
  found: readonly Spot[] | undefined;
}

export function gap(scan: Scan, from: number, to: number, end: number, spot: Omit<Spot, "token">): void {
  const isInside = from <= scan.offset && (scan.offset < to || (scan.offset === to && to >= end));
  if (isInside) scan.found ??= [{ ...spot, token: emptyToken(scan.offset) }];
}

export function touch(scan: Scan, token: Token, spot: Omit<Spot, "token">): void {
  if (isTouched(scan, token)) scan.found = [{ ...spot, token }];
}

/** `loosely`: blanks behind a word belong to it, for a name is typed as `A. F`. */
export function isTouched(
  { text, offset, found }: Scan,
  token: Token,
  how: "exactly" | "loosely" = "loosely",
): boolean {
  if (found || offset < token.start) return false;
  return (
    offset <= token.end ||
    (how === "loosely" && !token.quote && /^[ \t]*$/.test(text.slice(token.end, offset)))
  );
}
