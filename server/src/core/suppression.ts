/** `# wlcg-notes-disable-next-line untagged-item` and its kin. */
import { type Code, codes, type Finding } from "./finding";
import { lineAt, type Range } from "./range";

export interface Suppression {
  /** the comment's words, from `wlcg-notes` on */
  readonly range: Range;
  /** where it silences; the whole file where there is none */
  readonly scope?: Range;
  /** nothing named means every code */
  readonly codes: readonly string[];
}

const pattern = /(?<=#[ \t]*)wlcg-notes-disable-(next-line|line|item|file)\b([ \t]+[\w \t,-]*)?/g;

/**
 * @param text a block, `items` the ranges of its items, `literals` those of its scalars that span lines
 * @returns the suppressions in its comments, relative to the block
 */
export function suppressionsIn(
  text: string,
  items: readonly Range[],
  literals: readonly Range[],
): readonly Suppression[] {
  if (!text.includes("wlcg-notes-disable")) return [];
  return [...text.matchAll(pattern)].flatMap((match): readonly Suppression[] => {
    const start = match.index;
    if (literals.some((literal) => literal.start < start && start < literal.end)) return [];
    const named = (match[2] ?? "").split(/[\s,]+/).filter((word) => word !== "");
    const range = { start, end: start + match[0].trimEnd().length };
    const scope = scopeOf(match[1] ?? "", start, text, items);
    return [{ range, codes: named, ...(scope && { scope }) }];
  });
}

function scopeOf(kind: string, at: number, text: string, items: readonly Range[]): Range | undefined {
  const line = lineAt(text, at);
  if (kind === "file") return undefined;
  if (kind === "line") return line;
  if (kind === "next-line") {
    const newline = text.indexOf("\n", at);
    return newline < 0 ? { start: text.length, end: text.length } : lineAt(text, newline + 1);
  }
  const own =
    items.find((item) => item.start <= at && at <= item.end) ?? items.find((item) => item.start > at);
  return own ? { start: Math.min(own.start, at), end: own.end } : line;
}

export function silences(suppression: Suppression, finding: Finding): boolean {
  const named = suppression.codes.length === 0 || suppression.codes.includes(finding.code);
  const { scope } = suppression;
  return named && (!scope || (scope.start <= finding.range.start && finding.range.start <= scope.end));
}

/** `unused-suppression`: it silences nothing, or names a code that does not exist. */
export function unusedFinding(suppression: Suppression, text: string): Finding {
  const unknown = suppression.codes.find((name) => !codes.includes(name as Code));
  const line = lineAt(text, suppression.range.start);
  const before = text.slice(line.start, suppression.range.start);
  const isAlone = /^[ \t]*#[ \t]*$/.test(before);
  const newline = text.indexOf("\n", line.start);
  const commentStart = line.start + before.lastIndexOf("#");
  const whole = isAlone
    ? { start: line.start, end: newline < 0 ? text.length : newline + 1 }
    : { start: line.start + before.slice(0, before.lastIndexOf("#")).trimEnd().length, end: line.end };
  return {
    code: "unused-suppression",
    range: { start: commentStart, end: suppression.range.end },
    message: unknown ? `There is no code \`${unknown}\`.` : "This suppression silences nothing.",
    fixes: () => [
      { title: "Remove the suppression", edits: [{ ...whole, text: "" }], preferred: true, safe: !unknown },
    ],
  };
}
