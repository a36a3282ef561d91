/** Edits of the list around the cursor. */
import type { Cursor } from "../../core/cursor/cursor";
import { lineAt, type Range } from "../../core/text/range";

/**
 * @param text the text that the cursor's offsets are relative to
 * @returns the brackets around the cursor if the list has no other entries and begins on its line, with the blanks in them;
 *   the opening one alone if the list is not closed
 */
export function bracketsAround(
  { listStart, range, siblings }: Cursor,
  text: string,
): readonly Range[] | undefined {
  if (listStart === undefined || siblings.length > 0) return undefined;
  if (!/^\[[ \t]*$/.test(text.slice(listStart, range.start))) return undefined;
  const [closing = ""] = /^[ \t]*\]/.exec(text.slice(range.end, lineAt(text, range.end).end)) ?? [];
  const ranges = [
    { start: listStart, end: range.start },
    { start: range.end, end: range.end + closing.length },
  ];
  return ranges.filter(({ start, end }) => start < end);
}

/**
 * @param name another entry of the list
 * @param text the text that the cursor's offsets are relative to
 * @returns the range of the entry with its comma or its line; undefined if a comment is in the way
 */
export function removalOf(name: string, cursor: Cursor, text: string): Range | undefined {
  const entry = cursor.siblingRanges[cursor.siblings.indexOf(name)];
  if (!entry) return undefined;
  return cursor.style === "flow" ? flowRemoval(entry, text) : lineRemoval(entry, /^[ \t]*-[ \t]+$/, text);
}

function flowRemoval(entry: Range, text: string): Range | undefined {
  const line = lineAt(text, entry.start);
  const before = text.slice(line.start, entry.start);
  const after = text.slice(entry.end, line.end);
  const [comma] = /^[ \t]*,[ \t]*/.exec(after) ?? [];
  if (comma === after && comma !== "") return lineRemoval(entry, /^[ \t]*$/, text);
  if (comma !== undefined && after[comma.length] !== "#")
    return { start: entry.start, end: entry.end + comma.length };
  const [previousComma] = comma === undefined ? (/,[ \t]*$/.exec(before) ?? []) : [];
  return previousComma === undefined
    ? undefined
    : { start: entry.start - previousComma.length, end: entry.end };
}

/** The whole line of an entry, if nothing but the given text is before it and at most a comma after it. */
function lineRemoval(entry: Range, before: RegExp, text: string): Range | undefined {
  const line = lineAt(text, entry.start);
  const after = text.slice(entry.end, line.end).trim();
  const isAlone = before.test(text.slice(line.start, entry.start)) && (after === "" || after === ",");
  const next = text.indexOf("\n", entry.end);
  return isAlone && next >= 0 ? { start: line.start, end: next + 1 } : undefined;
}
