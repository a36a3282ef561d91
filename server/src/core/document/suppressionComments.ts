import { lastIndexUpTo } from "../text/lines";
import { lineAt, type Range, trimmedEnd } from "../text/range";
import type { NamedCode } from "./suppressionCodes";
import {
  type Directive,
  directivesIn,
  mayHaveDirective,
  type SuppressionKind,
  type SuppressionProblem,
} from "./suppressionDirective";

/** A comment such as `# wlcg-notes-disable-line untagged-item`. */
export interface Suppression {
  /** the comment from `wlcg-notes` on */
  readonly range: Range;
  readonly kind: SuppressionKind;
  /** the line it is on, without its line end */
  readonly line: Range;
  /** the item to which `wlcg-notes-disable-item` applies */
  readonly item?: Range;
  /** an empty list means every code */
  readonly namedCodes: readonly NamedCode[];
  /** if the comment is not written as a suppression */
  readonly problem?: SuppressionProblem;
}

/**
 * @param text a block
 * @param items ranges of its items
 * @param literals ranges of its scalars, in which `#` does not start a comment
 * @returns the suppressions in its comments, relative to the block
 */
export function suppressionsIn(
  text: string,
  items: readonly Range[],
  literals: readonly Range[],
): readonly Suppression[] {
  if (!mayHaveDirective(text)) return [];
  const ordered = [...literals].sort((a, b) => a.start - b.start);
  const starts = ordered.map((literal) => literal.start);
  const isInLiteral = (at: number): boolean => {
    const literal = ordered[lastIndexUpTo(starts, at - 1)];
    return literal !== undefined && literal.start < at && at < literal.end;
  };
  let line = lineAt(text, 0);
  const lineOf = (at: number): Range => {
    // a long line may have many suppressions
    if (at > line.end) line = lineAt(text, at);
    return line;
  };
  const isOwnLine = (at: number): boolean => text.slice(lineOf(at).start, at).trim() === "";
  return directivesIn(text, isOwnLine).flatMap((directive): readonly Suppression[] =>
    isInLiteral(directive.start)
      ? []
      : [toSuppression(directive, lineAt(text, directive.start), items, text)],
  );
}

function toSuppression(
  { start, end, kind, namedCodes, problem }: Directive,
  line: Range,
  items: readonly Range[],
  text: string,
): Suppression {
  const item = kind === "item" ? itemAt(start, items, text) : undefined;
  return {
    range: { start, end },
    line,
    kind,
    namedCodes,
    ...(problem && { problem }),
    ...(item && { item }),
  };
}

/** The item around a comment, or the item below it; the line end after an item belongs to the next one. */
function itemAt(at: number, items: readonly Range[], text: string): Range | undefined {
  const containing =
    items.find((item) => item.start <= at && at <= item.end) ?? items.find((item) => item.start > at);
  return containing && { start: Math.min(containing.start, at), end: trimmedEnd(text, containing.end) };
}
