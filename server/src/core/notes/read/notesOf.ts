import type { MeetingDocument } from "../../analysis/meetingDocument";
import { coverageOf } from "../../coverage/coverageOf";
import type { PlacedBlock } from "../../document/blockDocument";
import { Item } from "../../document/item";
import { partialText, partialTitle } from "../../document/partialItem";
import { itemLists } from "../../schema/itemKinds";
import { shiftRange } from "../../text/range";
import { slugOf, uniqueOf } from "../../text/slug";
import { clockOf } from "../../time/timeZone";
import { guessedItem, shownText, sourceOf } from "./brokenItem";
import { type Lines, linesOf } from "./linesOf";
import type { MeetingHead, NotedItem, Notes, Unread } from "./model";
import { Problems } from "./problems";
import { readItem } from "./readItem";
import type { ReadItem } from "./readResult";

/** Reads the notes out of a meeting's file, as far as it can be read; what cannot is marked. Never throws. */
export function notesOf(document: MeetingDocument): Notes {
  const lines = linesOf(document);
  const read = document.items().map((item) => readItem(item, document));
  const placed = [...read, ...brokenItems(document)];
  const ordered = itemLists.flatMap((list) =>
    placed.filter(({ item }) => item.kind === list).sort((a, b) => a.range.start - b.range.start),
  );
  const keys = new Map<string, number>();
  const problems = new Problems(document, lines);
  return {
    meeting: headOf(document, lines),
    items: ordered.map((read) => finished(read, keys, problems, lines)),
    unread: unreadBlocks(document).map((block) => unreadOf(block, problems, lines)),
    problems: problems.rest(),
    themes: coverageOf([document]).themes.map(({ ref, title, items, minutes }) => ({
      id: ref,
      title,
      items,
      minutes,
    })),
    today: document.today,
  };
}

function finished(
  { item, range }: ReadItem,
  keys: Map<string, number>,
  problems: Problems,
  lines: Lines,
): NotedItem {
  return {
    ...item,
    key: uniqueOf(`${item.kind}-${slugOf(item.title)}`, keys),
    ...lines.placeOf(range),
    problems: problems.in(range),
  };
}

function headOf(document: MeetingDocument, lines: Lines): MeetingHead {
  const head = document.head();
  if (!head) return guessedHead(document);
  return {
    ...head.withUnit((unit) => headValues(new Item(unit))),
    ...lines.placeOf(shiftRange(head.summary.range, head.start)),
  };
}

function headValues(head: Item): MeetingHead {
  const { title, url } = head;
  const [date, series, place] = [head.text("date"), head.text("series"), head.text("place")];
  const [timezone, context] = [head.text("timezone"), head.prose("context")];
  return {
    title,
    ...(date !== undefined && { date }),
    ...(series !== undefined && { series }),
    chairs: head.texts("chairs"),
    ...(place !== undefined && { place }),
    ...(timezone !== undefined && {
      timezone: { name: timezone, isKnown: clockOf(timezone) !== undefined },
    }),
    ...(url !== undefined && { url }),
    ...(context !== undefined && { context }),
  };
}

/** Of a head that cannot be read, what its lines give away. */
function guessedHead(document: MeetingDocument): MeetingHead {
  const broken = unreadBlocks(document).find(({ block }) => /^meeting[ \t]*:/m.test(block.text));
  const text = broken?.block.text ?? "";
  const date = partialText(text, "meeting", "date");
  return { title: partialTitle(text, "meeting"), ...(date !== undefined && { date }), chairs: [] };
}

function brokenItems(document: MeetingDocument): readonly ReadItem[] {
  return document.blocks.flatMap(({ block, piece, start }): readonly ReadItem[] =>
    isBrokenItem({ block, piece }) && piece.list ? [guessedItem(block, piece.list, start)] : [],
  );
}

function isBrokenItem({ block, piece }: Pick<PlacedBlock, "block" | "piece">): boolean {
  return !block.sound && piece.kind === "item" && piece.list !== undefined;
}

function unreadBlocks(document: MeetingDocument): readonly PlacedBlock[] {
  return document.blocks.filter(
    (placed) => !placed.block.sound && !isBrokenItem(placed) && placed.block.text.trim() !== "",
  );
}

function unreadOf({ block, start, end }: PlacedBlock, problems: Problems, lines: Lines): Unread {
  const range = { start, end };
  return {
    source: sourceOf(shownText(block)),
    ...lines.placeOf(range),
    problems: problems.in(range),
  };
}
