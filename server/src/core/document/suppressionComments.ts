import { lastIndexUpTo } from "../text/lines";
import { lineAt, type Range, trimmedEnd } from "../text/range";

/** A code in a suppression comment; it may not exist. */
export interface NamedCode extends Range {
  readonly code: string;
}

/** A comment such as `# wlcg-notes-disable-line untagged-item`. */
export interface Suppression {
  /** the comment from `wlcg-notes` on */
  readonly range: Range;
  readonly kind: "next-line" | "line" | "item" | "file";
  /** the line it is on, without its line end */
  readonly line: Range;
  /** the item to which `wlcg-notes-disable-item` applies */
  readonly item?: Range;
  /** an empty list means every code */
  readonly namedCodes: readonly NamedCode[];
}

const suppressionPattern = /#[ \t]*(wlcg-notes-disable-(next-line|line|item|file)\b((?:(?!--)[ \t\w,-])*))/g;

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
  if (!text.includes("wlcg-notes-disable")) return [];
  const ordered = [...literals].sort((a, b) => a.start - b.start);
  const starts = ordered.map((literal) => literal.start);
  const isInLiteral = (at: number): boolean => {
    const literal = ordered[lastIndexUpTo(starts, at - 1)];
    return literal !== undefined && literal.start < at && at < literal.end;
  };
  let line = lineAt(text, 0);
  return [...text.matchAll(suppressionPattern)].flatMap((match): readonly Suppression[] => {
    const start = match.index + match[0].length - (match[1]?.length ?? 0);
    if (isInLiteral(start)) return [];
    // a long line may have many suppressions
    if (start > line.end) line = lineAt(text, start);
    return [suppressionAt(start, match, line, items, text)];
  });
}

function suppressionAt(
  start: number,
  [, directive = "", kind, words = ""]: RegExpExecArray,
  line: Range,
  items: readonly Range[],
  text: string,
): Suppression {
  const item = kind === "item" ? itemAt(start, items, text) : undefined;
  return {
    range: { start, end: start + directive.trimEnd().length },
    line,
    kind: kind as Suppression["kind"],
    namedCodes: namedIn(words, start + directive.length - words.length),
    ...(item && { item }),
  };
}

function namedIn(codeList: string, at: number): readonly NamedCode[] {
  return [...codeList.matchAll(/[^\s,]+/g)].map(({ 0: code, index }) => ({
    code,
    start: at + index,
    end: at + index + code.length,
  }));
}

/** The item around a comment, or the item below it; the line end after an item belongs to the next one. */
function itemAt(at: number, items: readonly Range[], text: string): Range | undefined {
  const containing =
    items.find((item) => item.start <= at && at <= item.end) ?? items.find((item) => item.start > at);
  return containing && { start: Math.min(containing.start, at), end: trimmedEnd(text, containing.end) };
}
