import type { MeetingDocument } from "../../analysis/meetingDocument";
import { coverageOf } from "../../coverage/coverageOf";
import type { PlacedBlock } from "../../document/blockDocument";
import { Item } from "../../document/item";
import { isMeetingHead, partialText, partialTitle } from "../../document/partialItem";
import { startsOverMidnight } from "../../document/startDays";
import { endOf } from "../../document/timetable";
import { isItemKind, itemLists } from "../../schema/itemKinds";
import { shiftRange } from "../../text/range";
import { slugOf, uniqueId } from "../../text/slug";
import { clockOf } from "../../time/timeZone";
import { dedented, partialItem, visibleSource } from "./brokenItem";
import { withoutComments } from "./htmlComments";
import { type LineLookup, lineLookupOf } from "./lineLookup";
import type { MeetingHead, Notes, NotesItem, UnreadablePart } from "./notes";
import { Problems } from "./problems";
import { readItem } from "./readItem";
import type { ItemReading } from "./readResult";
import { withUnknownKeys, withUnknownRootKeys } from "./unknownKeys";

/** Reads the notes of a meeting as far as the file parses, and marks the parts that do not. Never throws. */
export function notesOf(document: MeetingDocument): Notes {
  const lines = lineLookupOf(document);
  const readItems = document.items().map((item) => readItem(item, document));
  const allItems = [...readItems, ...unparsableItems(document)];
  const ordered = itemLists.flatMap((list) =>
    onTheirDays(
      allItems.filter(({ item }) => item.kind === list).sort((a, b) => a.range.start - b.range.start),
    ),
  );
  const keys = new Map<string, number>();
  const problems = new Problems(document, lines);
  return {
    meeting: headOf(document, lines),
    items: ordered.map((readItems) => toNotesItem(readItems, keys, problems, lines)),
    unread: unparsableBlocks(document).map((block) => toUnreadablePart(block, problems, lines)),
    problems: problems.unreported(),
    themes: coverageOf([document]).themes.map(({ ref, title, items, minutes }) => ({
      id: ref,
      title,
      items,
      minutes,
    })),
    today: document.today,
  };
}

/** @param readings of one list, in the file's order; each start is a time of day */
function onTheirDays(readings: readonly ItemReading[]): readonly ItemReading[] {
  const starts = startsOverMidnight(readings.map(({ item }) => item));
  return readings.map(({ item, range }, index) => {
    const start = starts[index];
    if (start === undefined || start === item.start) return { item, range };
    const end = endOf({ ...item, start });
    return { range, item: { ...item, start, ...(end !== undefined && { end }) } };
  });
}

function toNotesItem(
  { item, range }: ItemReading,
  keys: Map<string, number>,
  problems: Problems,
  lines: LineLookup,
): NotesItem {
  return {
    ...item,
    key: uniqueId(`${item.kind}-${slugOf(item.title)}`, keys),
    ...lines.lineRangeOf(range),
    problems: problems.problemsIn(range),
  };
}

function headOf(document: MeetingDocument, lines: LineLookup): MeetingHead {
  const head = document.head();
  if (!head) return partialHead(document);
  return {
    ...head.withUnit((unit) => headValues(new Item(unit), document)),
    ...lines.lineRangeOf(shiftRange(head.summary.range, head.start)),
  };
}

function headValues(head: Item, document: MeetingDocument): MeetingHead {
  const { title, url } = head;
  const [date, series, place] = [head.text("date"), head.text("series"), head.text("place")];
  const endDate = head.text("endDate");
  const timezone = head.text("timezone");
  const context = withUnknownRootKeys(
    withUnknownKeys(withoutComments(head.prose("context")), head.unknownKeys),
    document,
  );
  return {
    title,
    ...(date !== undefined && { date }),
    ...(endDate !== undefined && { endDate }),
    ...(series !== undefined && { series }),
    chairs: head.names("chairs"),
    ...(place !== undefined && { place }),
    ...(timezone !== undefined && {
      timezone: { name: timezone, isKnown: clockOf(timezone) !== undefined },
    }),
    ...(url !== undefined && { url }),
    ...(context !== undefined && { context }),
  };
}

/** The title and date that can be recovered from a meeting head that does not parse. */
function partialHead(document: MeetingDocument): MeetingHead {
  const unparsable = unparsableBlocks(document).find(({ block }) => isMeetingHead(block.text));
  const text = unparsable?.block.text ?? "";
  const date = partialText(text, "meeting", "date");
  const endDate = partialText(text, "meeting", "endDate");
  return {
    title: partialTitle(text, "meeting"),
    ...(date !== undefined && { date }),
    ...(endDate !== undefined && { endDate }),
    chairs: [],
  };
}

function unparsableItems(document: MeetingDocument): readonly ItemReading[] {
  return document.blocks.flatMap(({ block, shape, start }): readonly ItemReading[] =>
    isUnparsableItem({ block, shape }) && shape.list && isItemKind(shape.list)
      ? [partialItem(block, shape.list, start)]
      : [],
  );
}

function isUnparsableItem({ block, shape }: Pick<PlacedBlock, "block" | "shape">): boolean {
  return !block.isValidYaml && shape.kind === "item" && shape.list !== undefined && isItemKind(shape.list);
}

function unparsableBlocks(document: MeetingDocument): readonly PlacedBlock[] {
  return document.blocks.filter(
    (placedBlock) =>
      !placedBlock.block.isValidYaml &&
      !isUnparsableItem(placedBlock) &&
      placedBlock.block.text.trim() !== "",
  );
}

function toUnreadablePart(
  { block, start, end }: PlacedBlock,
  problems: Problems,
  lines: LineLookup,
): UnreadablePart {
  const range = { start, end };
  return {
    source: dedented(visibleSource(block)),
    ...lines.lineRangeOf(range),
    problems: problems.problemsIn(range),
  };
}
