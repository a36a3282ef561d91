import type { Container } from "./containers";
import type { Cursor } from "./cursor";
import { emptyToken, type Token } from "./tokens";

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
