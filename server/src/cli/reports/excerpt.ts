import { visibleText } from "../../core/text/displayText";
import { widthOf } from "../../core/text/displayWidth";
import type { MarkedRow } from "./row";

/** Characters of a line that are shown on each side of where the finding begins. */
const around = 60;

/**
 * The line a finding begins in, and below it carets under what it speaks of, both with the line's number
 * or as much room in front. Tabs stay tabs, so that they are as wide in both.
 */
export function excerptOf({
  line,
  column,
  endLine,
  endColumn,
  source,
}: MarkedRow): readonly [string, string] {
  const at = column - 1;
  const from = boundary(source, at > around ? at - around + 1 : 0);
  const to = boundary(source, Math.min(source.length, at + around));
  // the line may be megabytes long, so that only what is shown of it is made visible
  const shownPart = (start: number, end: number): string => visibleText(source.slice(start, end));
  const end = endLine === line ? Math.min(endColumn - 1, to) : to;
  const number = String(line).padStart(5);
  const before = (from > 0 ? "…" : "") + shownPart(from, at);
  const shown = before + shownPart(at, to) + (to < source.length ? "…" : "");
  const carets = "^".repeat(Math.max(1, widthOf(shownPart(at, end))));
  return [`${number} | ${shown}`, `${" ".repeat(number.length)} | ${blank(before)}${carets}`];
}

/** @returns the offset, or the one after it where it lies within a character of two UTF-16 units */
function boundary(text: string, offset: number): number {
  const isWithin = /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, offset - 1), offset + 1));
  return isWithin ? offset + 1 : offset;
}

function blank(text: string): string {
  return text
    .split("\t")
    .map((part) => " ".repeat(widthOf(part)))
    .join("\t");
}
