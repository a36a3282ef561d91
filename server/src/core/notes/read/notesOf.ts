import type { MeetingDocument } from "../../analysis/meetingDocument";
import { coverageOf } from "../../coverage/coverageOf";
import type { PlacedBlock } from "../../document/blockDocument";
import { Item } from "../../document/item";
import { withReports } from "../../document/reportedActions";
import { itemLists } from "../../schema/itemKinds";
import { slugOf, uniqueId } from "../../text/slug";
import { withActualStarts } from "./actualStarts";
import { dedented, visibleSource } from "./brokenItem";
import { type ItemContext, itemContext } from "./itemContext";
import { type LineLookup, lineLookupOf } from "./lineLookup";
import type { Action, Notes, NotesBreak, NotesItem, UnreadablePart } from "./notes";
import { Problems } from "./problems";
import { readBreak } from "./readBreak";
import { readHead } from "./readHead";
import { readItem, toActions } from "./readItem";
import { type BreakReading, type ItemReading, isBreak, type Reading } from "./readResult";
import { readSessions } from "./sessions";
import { unparsableBlocks, unparsableItems } from "./unparsable";

/** Reads the notes of a meeting as far as the file parses, and marks the parts that do not. Never throws. */
export function notesOf(document: MeetingDocument): Notes {
  const lines = lineLookupOf(document);
  const meeting = readHead(document, lines);
  const sessions = readSessions(document, meeting.date, lines);
  const context = itemContext(document, { meeting, sessions });
  const readings = readingsOf(context);
  const keys = new Map<string, number>();
  const problems = new Problems(document, lines);
  const entries = readings.map((reading) =>
    isBreak(reading) ? toBreak(reading, keys, lines) : toNotesItem(reading, keys, problems, lines),
  );
  return {
    meeting,
    items: entries.filter((entry) => entry.kind !== "breaks"),
    sessions,
    breaks: entries.filter((entry) => entry.kind === "breaks"),
    agenda: entries.flatMap(({ kind, key }) => (kind === "contributions" || kind === "breaks" ? key : [])),
    decisions: [],
    actions: meetingActions(document, readings),
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

/** Contributions with the breaks between them, then surveys, then discussion, each in the file's order. */
function readingsOf(context: ItemContext): readonly Reading[] {
  const { document } = context;
  const breaks = document.units().filter(({ summary }) => summary.kind === "breaks");
  const readings = [
    ...document.items().map((item) => readItem(item, context)),
    ...unparsableItems(document),
    ...breaks.map((item) => readBreak(item, context)),
  ];
  return itemLists.flatMap((list) =>
    withActualStarts(
      readings
        .filter(({ item: { kind } }) => kind === list || (kind === "breaks" && list === "contributions"))
        .sort((a, b) => a.range.start - b.range.start),
    ),
  );
}

/** With what the notes of the items say about them, in the order of the notes. */
function meetingActions(document: MeetingDocument, readings: readonly Reading[]): readonly Action[] {
  const reports = readings.flatMap((reading) => (isBreak(reading) ? [] : reading.item.reports));
  const actions = document
    .units()
    .filter(({ summary }) => summary.kind === "actions")
    .flatMap((placed) => placed.withUnit((unit) => new Item(unit).actions));
  return toActions(withReports(actions, reports, "meeting"), document.today);
}

function toBreak({ item, range }: BreakReading, keys: Map<string, number>, lines: LineLookup): NotesBreak {
  return { ...item, key: uniqueId(`break-${slugOf(item.title)}`, keys), ...lines.lineRangeOf(range) };
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
