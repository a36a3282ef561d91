/** The lines of the notes of an item that are actions and decisions, with their places. */
import { isMap } from "yaml";
import type { MeetingDocument } from "../analysis/meetingDocument";
import type { PlacedUnit } from "../document/blockDocument";
import type { Unit } from "../document/parseBlock";
import { schemaPathOf } from "../schema/itemKinds";
import { keysAt } from "../schema/schema";
import { type NotesLine, notesLines } from "../shorthand/notesLines";
import { mayHaveShorthand } from "../shorthand/shorthandLines";
import type { ShorthandContext } from "../shorthand/types";
import { contains, type Range } from "../text/range";
import type { YAMLMap } from "../yaml/nodes";
import { type NotesSource, notesSources, sourceLine } from "./notesSource";

/** A line of the notes of an item, with its place. */
export interface PlacedLine extends NotesLine {
  readonly source: NotesSource;
  /** of all its lines, in the text of the block; undefined where lines of the value are not lines of the source */
  readonly range: Range | undefined;
}

/**
 * @param offset in the file: only the unit there; undefined for all items
 * @returns the units that may have such lines
 */
export function unitsToCollect(document: MeetingDocument, offset: number | undefined): readonly PlacedUnit[] {
  const units = offset === undefined ? document.items() : [document.placedUnitAt(offset) ?? []].flat();
  return units.filter(({ block }) => mayHaveShorthand(block.text));
}

/** The mapping of an item that has lists of actions and decisions; undefined for one that does not parse. */
export function collectableMap(
  { node, isConverted, kind }: Unit,
  { block }: PlacedUnit,
): YAMLMap | undefined {
  if (!isMap(node) || !isConverted || !block.isValidYaml) return undefined;
  return keysAt(schemaPathOf(kind)).includes("actions") ? node : undefined;
}

/**
 * The lines of an item and of its parts, in order.
 * @param context with the day of the item
 */
export function linesOf(map: YAMLMap, text: string, context: ShorthandContext): readonly PlacedLine[] {
  return notesSources(map, text).flatMap((source) =>
    notesLines(source.notes, context).map((line) => ({
      ...line,
      source,
      range: rangeOfLines(text, source, line),
    })),
  );
}

function rangeOfLines(text: string, source: NotesSource, { line, lastLine }: NotesLine): Range | undefined {
  const [first, last] = [sourceLine(text, source, line), sourceLine(text, source, lastLine)];
  return first && last && { start: first.start, end: last.end };
}

/** The lines of the value, as written. */
export function writtenLines({ source, line, lastLine }: PlacedLine): readonly string[] {
  return source.lines.slice(line, lastLine + 1);
}

/** Where lines of the value are not lines of the source, the words of the line at the offset decide. */
export function isAt(placed: PlacedLine, offset: number, text: string): boolean {
  const { range, source } = placed;
  if (range) return contains(range, offset);
  const [start, end] = source.node.range ?? [0, 0];
  if (offset < start || offset > end) return false;
  const from = text.lastIndexOf("\n", offset - 1) + 1;
  const to = text.indexOf("\n", offset);
  const words = text.slice(from, to < 0 ? text.length : to).trim();
  return words.length > 3 && writtenLines(placed).some((line) => line.includes(words));
}
