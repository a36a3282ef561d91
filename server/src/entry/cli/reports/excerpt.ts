import { widthOf } from "../../../core/coverage/width";
import { visibleText } from "../../../core/shownText";
import type { MarkedRow } from "../check";

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
  source: written,
}: MarkedRow): readonly [string, string] {
  const source = visibleText(written);
  const at = column - 1;
  const from = at > around ? at - around + 1 : 0;
  const to = Math.min(source.length, at + around);
  const end = endLine === line ? Math.min(endColumn - 1, to) : to;
  const number = String(line).padStart(5);
  const before = (from > 0 ? "…" : "") + source.slice(from, at);
  const shown = before + source.slice(at, to) + (to < source.length ? "…" : "");
  const carets = "^".repeat(Math.max(1, widthOf(source.slice(at, end))));
  return [`${number} | ${shown}`, `${" ".repeat(number.length)} | ${blank(before)}${carets}`];
}

function blank(text: string): string {
  return text
    .split("\t")
    .map((part) => " ".repeat(widthOf(part)))
    .join("\t");
}
