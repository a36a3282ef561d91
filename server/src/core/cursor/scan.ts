import type { Container } from "./containers";
import type { Cursor } from "./cursor";
import { emptyToken, type Token } from "./tokens";

export interface CursorSpot {
  readonly slot: Cursor["slot"];
  readonly collection: Container;
  readonly step?: string | number | undefined;
  readonly token: Token;
  /** start of the range, if it does not start with the token */
  readonly start?: number;
  readonly insertPrefix: string;
  readonly column: number;
  readonly hasColon?: boolean;
  readonly isAlternative?: boolean;
}

export interface CursorScan {
  readonly text: string;
  readonly offset: number;
  readonly scope: "likely" | "any";
  /** the innermost collection in block style */
  innermost: Container;
  spots: readonly CursorSpot[] | undefined;
}

export function takeGap(
  scan: CursorScan,
  from: number,
  to: number,
  end: number,
  ...spots: readonly Omit<CursorSpot, "token">[]
): void {
  const isInside = from <= scan.offset && (scan.offset < to || (scan.offset === to && to >= end));
  if (isInside) scan.spots ??= spots.map((spot) => ({ ...spot, token: emptyToken(scan.offset) }));
}

export function takeToken(scan: CursorScan, token: Token, spot: Omit<CursorSpot, "token">): void {
  if (isCursorAt(scan, token)) scan.spots = [{ ...spot, token }];
}

/** `loosely`: blanks after a word belong to it, because names such as `A. F` are typed with spaces. */
export function isCursorAt(
  { text, offset, spots }: CursorScan,
  token: Token,
  mode: "exactly" | "loosely" = "loosely",
): boolean {
  if (spots || offset < token.start) return false;
  return (
    offset <= token.end ||
    (mode === "loosely" && !token.quote && /^[ \t]*$/.test(text.slice(token.end, offset)))
  );
}
