import { itemLists } from "../blocks";
import { coverageOf } from "../coverage/index";
import type { MeetingDocument, PlacedBlock } from "../document";
import { defaultSeverity, type Finding } from "../finding";
import type { Range } from "../range";
import { slugOf, uniqueOf } from "../slug";
import { clockOf } from "../zone";
import { guessedItem, partIn, shownText, sourceOf } from "./broken";
import { type Lines, linesOf } from "./lines";
import type { MeetingHead, NotedItem, Notes, Problem, Unread } from "./model";
import { type ReadItem, readItem } from "./readItem";
import { addressIn, proseIn, textIn, textsIn } from "./values";

/** Reads the notes out of a meeting's file, as far as it can be read; what cannot is marked. Never throws. */
export function notesOf(document: MeetingDocument): Notes {
  const lines = linesOf(document.text);
  const placed = [...document.items().map((item) => readItem(item, document)), ...brokenItems(document)];
  const ordered = itemLists.flatMap((list) =>
    placed.filter(({ item }) => item.kind === list).sort((a, b) => a.range.start - b.range.start),
  );
  const keys = new Map<string, number>();
  const unread = unreadBlocks(document);
  return {
    meeting: headOf(document, lines),
    items: ordered.map((read) => finished(read, keys, document, lines)),
    unread: unread.map((block) => unreadOf(block, document, lines)),
    problems: problemsOutside([...ordered.map(({ range }) => range), ...unread], document, lines),
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
  document: MeetingDocument,
  lines: Lines,
): NotedItem {
  return {
    ...item,
    key: uniqueOf(`${item.kind}-${slugOf(item.title)}`, keys),
    ...lines.placeOf(range),
    problems: problemsIn(range, document, lines),
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

function unreadOf({ block, start, end }: PlacedBlock, document: MeetingDocument, lines: Lines): Unread {
  const range = { start, end };
  return {
    source: sourceOf(shownText(block)),
    ...lines.placeOf(range),
    problems: problemsIn(range, document, lines),
  };
}

function problemsIn(range: Range, document: MeetingDocument, lines: Lines): readonly Problem[] {
  return errorsIn(document)
    .filter(({ range: { start } }) => isIn(range, start))
    .map((error) => problemOf(error, lines));
}

function problemsOutside(
  ranges: readonly Range[],
  document: MeetingDocument,
  lines: Lines,
): readonly Problem[] {
  return errorsIn(document)
    .filter(({ range: { start } }) => !ranges.some((range) => isIn(range, start)))
    .map((error) => problemOf(error, lines));
}

function isIn({ start, end }: Range, offset: number): boolean {
  return start <= offset && offset < end;
}

function errorsIn(document: MeetingDocument): readonly Finding[] {
  return document.findings().filter(({ code }) => defaultSeverity[code] === "error");
}

function problemOf({ message, range }: Finding, lines: Lines): Problem {
  return { line: lines.lineOf(range.start), message };
}
