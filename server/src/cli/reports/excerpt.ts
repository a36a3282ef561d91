import { visibleText } from "../../core/text/displayText";
import { displayWidth } from "../../core/text/displayWidth";
import type { SourceRow } from "./row";

/** Maximum characters shown on each side of the start of the finding. */
const maxContextCharacters = 60;

/**
 * The first line of a finding with its number, and a line with carets under its range. Tabs stay tabs, so
 * that both lines align.
 */
export function excerptOf({
  line,
  column,
  endLine,
  endColumn,
  source,
}: SourceRow): readonly [string, string] {
  const columnIndex = column - 1;
  const excerptStart = characterBoundary(
    source,
    columnIndex > maxContextCharacters ? columnIndex - maxContextCharacters + 1 : 0,
  );
  const excerptEnd = characterBoundary(source, Math.min(source.length, columnIndex + maxContextCharacters));
  // the line may be megabytes long, so that only its excerpt is converted
  const shownPart = (start: number, end: number): string => visibleText(source.slice(start, end));
  const end = endLine === line ? Math.min(endColumn - 1, excerptEnd) : excerptEnd;
  const number = String(line).padStart(5);
  const before = (excerptStart > 0 ? "…" : "") + shownPart(excerptStart, columnIndex);
  const excerpt = before + shownPart(columnIndex, excerptEnd) + (excerptEnd < source.length ? "…" : "");
  const carets = "^".repeat(Math.max(1, displayWidth(shownPart(columnIndex, end))));
  return [`${number} | ${excerpt}`, `${" ".repeat(number.length)} | ${blankOfSameWidth(before)}${carets}`];
}

/** @returns the offset, or the next one if it is inside a surrogate pair */
function characterBoundary(text: string, offset: number): number {
  const isInsideSurrogatePair = /^[\ud800-\udbff][\udc00-\udfff]$/.test(
    text.slice(Math.max(0, offset - 1), offset + 1),
  );
  return isInsideSurrogatePair ? offset + 1 : offset;
}

function blankOfSameWidth(text: string): string {
  return text
    .split("\t")
    .map((part) => " ".repeat(displayWidth(part)))
    .join("\t");
}
