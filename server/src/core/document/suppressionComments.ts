import { lastUpTo } from "../text/lines";
import { inkEnd, lineAt, type Range } from "../text/range";

export interface Named extends Range {
  readonly code: string;
}

export interface Suppression {
  /** the comment's words, from `wlcg-notes` on */
  readonly range: Range;
  readonly reach: "next-line" | "line" | "item" | "file";
  /** the line it is on, without its line end */
  readonly line: Range;
  /** the item that `item` silences */
  readonly item?: Range;
  /** none means every code */
  readonly named: readonly Named[];
}

const pattern = /#[ \t]*(wlcg-notes-disable-(next-line|line|item|file)\b((?:(?!--)[ \t\w,-])*))/g;

/**
 * @param text a block, `items` the ranges of its items, `literals` those of its scalars
 * @returns the suppressions in its comments, relative to the block
 */
export function suppressionsIn(
  text: string,
  items: readonly Range[],
  literals: readonly Range[],
): readonly Suppression[] {
  if (!text.includes("wlcg-notes-disable")) return [];
  const ordered = [...literals].sort((a, b) => a.start - b.start);
  const starts = ordered.map((literal) => literal.start);
  let line = lineAt(text, 0);
  return [...text.matchAll(pattern)].flatMap((match): readonly Suppression[] => {
    const [all, directive = "", reach, words = ""] = match;
    const start = match.index + all.length - directive.length;
    const literal = ordered[lastUpTo(starts, start - 1)];
    if (literal && literal.start < start && start < literal.end) return [];
    // a long line may have many of them
    if (start > line.end) line = lineAt(text, start);
    const range = { start, end: start + directive.trimEnd().length };
    const item = reach === "item" ? itemAt(start, items, text) : undefined;
    return [
      {
        range,
        line,
        reach: reach as Suppression["reach"],
        named: namedIn(words, start + directive.length - words.length),
        ...(item && { item }),
      },
    ];
  });
}

function namedIn(words: string, at: number): readonly Named[] {
  return [...words.matchAll(/[^\s,]+/g)].map(({ 0: code, index }) => ({
    code,
    start: at + index,
    end: at + index + code.length,
  }));
}

/** The item around a comment, or the one below it; not the line end behind it, where the next one begins. */
function itemAt(at: number, items: readonly Range[], text: string): Range | undefined {
  const own =
    items.find((item) => item.start <= at && at <= item.end) ?? items.find((item) => item.start > at);
  return own && { start: Math.min(own.start, at), end: inkEnd(text, own.end) };
}
