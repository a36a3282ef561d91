import { lastUpTo } from "../text/lines";
import { inkEnd, lineAt, type Range } from "../text/range";

/** A code in a suppression comment; it may not exist. */
export interface NamedCode extends Range {
  readonly code: string;
}

/** A comment such as `# wlcg-notes-disable-line untagged-item`. */
export interface Suppression {
  /** the comment from `wlcg-notes` on */
  readonly range: Range;
  readonly reach: "next-line" | "line" | "item" | "file";
  /** the line it is on, without its line end */
  readonly line: Range;
  /** the item to which `wlcg-notes-disable-item` applies */
  readonly item?: Range;
  /** an empty list stands for every code */
  readonly named: readonly NamedCode[];
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
  const isInLiteral = (at: number): boolean => {
    const literal = ordered[lastUpTo(starts, at - 1)];
    return literal !== undefined && literal.start < at && at < literal.end;
  };
  let line = lineAt(text, 0);
  return [...text.matchAll(pattern)].flatMap((match): readonly Suppression[] => {
    const start = match.index + match[0].length - (match[1]?.length ?? 0);
    if (isInLiteral(start)) return [];
    // a long line may have many of them
    if (start > line.end) line = lineAt(text, start);
    return [suppressionAt(start, match, line, items, text)];
  });
}

function suppressionAt(
  start: number,
  [, directive = "", reach, words = ""]: RegExpExecArray,
  line: Range,
  items: readonly Range[],
  text: string,
): Suppression {
  const item = reach === "item" ? itemAt(start, items, text) : undefined;
  return {
    range: { start, end: start + directive.trimEnd().length },
    line,
    reach: reach as Suppression["reach"],
    named: namedIn(words, start + directive.length - words.length),
    ...(item && { item }),
  };
}

function namedIn(words: string, at: number): readonly NamedCode[] {
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
