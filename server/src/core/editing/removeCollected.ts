/** Removes the lines of notes whose actions and decisions are entries of the lists. */
import type { MeetingDocument } from "../analysis/meetingDocument";
import type { PlacedUnit } from "../document/blockDocument";
import { Item } from "../document/item";
import { entryTest } from "../document/sameOutcome";
import { type FileShorthandContext, onDayOf, shorthandContext } from "../document/shorthandContext";
import { lacksOnlyLines } from "../editGuard/collectedLines";
import { applicableTogether } from "../editGuard/editGroups";
import { changesNothingElse } from "../editGuard/editGuard";
import { groupBy } from "../text/groupBy";
import { type Edit, joinEdits, lineAt, shiftRange } from "../text/range";
import { replaceValue } from "../yaml/edits";
import { removeKey } from "../yaml/removeKey";
import { collectableMap, isAt, linesOf, type PlacedLine, unitsToCollect, writtenLines } from "./itemLines";
import { markdownParsers, type Parser, RemainingBlocks } from "./remainingBlocks";

/**
 * @param offset in the file: only the line there; undefined for all lines
 * @returns edits after which nothing but these lines is missing, and all others are what they were
 */
export function removeCollected(document: MeetingDocument, offset: number | undefined): readonly Edit[] {
  const context = shorthandContext(document, document.vocabulary);
  const parsers = markdownParsers();
  const removals = unitsToCollect(document, offset).flatMap((placed) =>
    allowedAmong(removalsIn(placed, context, parsers, offset), document),
  );
  const removed = new Set(removals.flatMap(({ lines }) => lines));
  const applicable = applicableTogether(removals, (edits) => areOnlyLines(edits, document, removed));
  return applicable.flatMap(({ edits }) => edits);
}

/** The removal of lines from the notes of an item or a part. */
interface Removal {
  readonly edits: readonly Edit[];
  /** the same for the guard of edits, which does not let a key go: it leaves an empty text */
  readonly comparable: readonly Edit[];
  /** as in the value */
  readonly lines: readonly string[];
}

/** @param removals in one item, whose text is compared once if all of them are allowed */
function allowedAmong(removals: readonly Removal[], document: MeetingDocument): readonly Removal[] {
  const groups = removals.map((removal) => ({ edits: removal.comparable, removal }));
  const allowed = applicableTogether(groups, (edits) => changesNothingElse(edits, document));
  return allowed.map(({ removal }) => removal);
}

function removalsIn(
  placed: PlacedUnit,
  context: FileShorthandContext,
  parsers: readonly Parser[],
  offset: number | undefined,
): readonly Removal[] {
  const { text } = placed.block;
  return placed.withUnit((unit) => {
    const map = collectableMap(unit, placed);
    if (!map) return [];
    const hasEntryFor = entryTest(new Item(unit), context.people);
    const collected = linesOf(map, text, onDayOf(placed.summary, context)).filter(
      (line) =>
        line.range !== undefined &&
        !writtenLines(line).some((written) => written.includes("<!--")) &&
        (offset === undefined || isAt(line, offset - placed.start, text)) &&
        hasEntryFor(line.shorthand),
    );
    const bySource = groupBy(collected, ({ source }) => source);
    return [...bySource.values()].flatMap((lines) => {
      const removal = removalOf(removableAmong(lines, parsers), text);
      const inFile = (edits: readonly Edit[]): readonly Edit[] =>
        edits.map((edit) => ({ ...edit, ...shiftRange(edit, placed.start) }));
      return removal
        ? [{ ...removal, edits: inFile(removal.edits), comparable: inFile(removal.comparable) }]
        : [];
    });
  });
}

/** @param lines of one text @returns those without which all other lines stay what they are */
function removableAmong(lines: readonly PlacedLine[], parsers: readonly Parser[]): readonly PlacedLine[] {
  const [first] = lines;
  if (!first) return [];
  const blocks = new RemainingBlocks(first.source.lines, parsers);
  let removable: ReadonlySet<PlacedLine> = new Set();
  for (let isMore = true; isMore; ) {
    const others = lines.filter((line) => !removable.has(line));
    const groups = [[...removable], ...others.map((line) => [line])].map((group) => ({
      edits: [],
      lines: group,
    }));
    const allowed = applicableTogether(groups, (_, combined) =>
      blocks.areSameWithout(combined.flatMap((group) => group.lines)),
    );
    const more = new Set(allowed.flatMap((group) => group.lines));
    // a line that became the last one of its list may go now
    isMore = more.size > removable.size && more.size < lines.length;
    removable = more;
  }
  return lines.filter((line) => removable.has(line));
}

/** @param lines of one text */
function removalOf(lines: readonly PlacedLine[], text: string): Removal | undefined {
  const source = lines[0]?.source;
  if (!source) return undefined;
  const numbers = new Set(
    lines.flatMap(({ line, lastLine }) => Array.from({ length: lastLine - line + 1 }, (_, at) => line + at)),
  );
  const all = source.lines;
  const removed = all.filter((_, at) => numbers.has(at));
  const hasRest = all.some((line, at) => !numbers.has(at) && line.trim() !== "");
  if (hasRest) {
    const edits = lines.flatMap(({ range }) => (range ? lineRemoval(text, range.start, range.end) : []));
    return { edits, comparable: edits, lines: removed };
  }
  const edit = removeKey(text, source.map, source.pair);
  const comparable = [replaceValue(text, source.node, '""')];
  return edit && { edits: [edit], comparable, lines: removed };
}

/** The line with the line end before it, as another edit may add text at its end. */
function lineRemoval(text: string, start: number, end: number): Edit {
  return { start: start === 0 ? 0 : lineAt(text, start - 1).end, end, text: "" };
}

/** True if every item has the same values after the edits, but for these lines. */
function areOnlyLines(
  edits: readonly Edit[],
  document: MeetingDocument,
  removed: ReadonlySet<string>,
): boolean {
  if (edits.length === 0) return true;
  const after = document.edit(joinEdits(edits, document));
  const [before, now] = [document.units(), after.units()];
  return (
    before.length === now.length &&
    before.every((placed, at) => {
      const other = now[at];
      if (other === undefined || placed.block === other.block) return other !== undefined;
      const [value, newValue] = [placed, other].map(({ withUnit }) => withUnit((unit) => unit.value));
      return lacksOnlyLines(value, newValue, removed);
    })
  );
}
