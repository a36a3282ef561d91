import type { MeetingDocument } from "../../analysis/meetingDocument";
import { coverageOf } from "../../coverage/coverageOf";
import type { PlacedBlock } from "../../document/blockDocument";
import { itemLists } from "../../schema/itemKinds";
import { slugOf, uniqueOf } from "../../text/slug";
import { clockOf } from "../../time/timeZone";
import { guessedItem, partIn, shownText, sourceOf } from "./brokenItem";
import { type Lines, linesOf } from "./linesOf";
import type { MeetingHead, NotedItem, Notes, Unread } from "./model";
import { Problems } from "./problems";
import { readItem } from "./readItem";
import type { ReadItem } from "./readResult";
import { addressIn, proseIn, textIn, textsIn } from "./values";

/** Reads the notes out of a meeting's file, as far as it can be read; what cannot is marked. Never throws. */
export function notesOf(document: MeetingDocument): Notes {
  const lines = linesOf(document);
  const read = document.items().map((item) => item.block.peek(() => readItem(item, document)));
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
  const { value, range } = head.unit;
  const [date, series, place] = ["date", "series", "place"].map((key) => textIn(value, key));
  const timezone = textIn(value, "timezone");
  const url = addressIn(value, "url");
  const context = proseIn(value, "context");
  return {
    title: textIn(value, "title") ?? "",
    ...(date !== undefined && { date }),
    ...(series !== undefined && { series }),
    chairs: textsIn(value, "chairs"),
    ...(place !== undefined && { place }),
    ...(timezone !== undefined && {
      timezone: { name: timezone, isKnown: clockOf(timezone) !== undefined },
    }),
    ...(url !== undefined && { url }),
    ...(context !== undefined && { context }),
    ...lines.placeOf({ start: head.start + range.start, end: head.start + range.end }),
  };
}

/** Of a head that cannot be read, what its lines give away. */
function guessedHead(document: MeetingDocument): MeetingHead {
  const broken = unreadBlocks(document).find(({ block }) => /^meeting[ \t]*:/m.test(block.text));
  const text = broken?.block.text ?? "";
  const date = partIn(text, "date");
  return { title: partIn(text, "title") ?? "", ...(date !== undefined && { date }), chairs: [] };
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
