/** The entries of a file as they are compared with those of an agenda. */
import type { MeetingDocument } from "../../analysis/meetingDocument";
import type { PlacedBlock, PlacedUnit } from "../../document/blockDocument";
import { Item } from "../../document/item";
import { dayOf, type ScheduleDefaults, scheduleDefaults } from "../../document/itemDay";
import { partialText, partialTitle } from "../../document/partialItem";
import { addressIn, valueIn } from "../../document/plainValues";
import type { Range } from "../../text/range";
import { minuteOfDay } from "../../time/timeOfDay";

/** The key of an item that is no longer in the agenda. */
export const missingKey = "x-not-in-agenda";

/** True for a title with a formula, which pages, calendars and texts have in part or not at all. */
export function hasFormula(title: string): boolean {
  return title.includes("$") || title.includes("\\(");
}

export interface FileEntry {
  readonly kind: "contribution" | "break" | "session";
  readonly title: string;
  readonly day?: string;
  readonly start?: number;
  readonly session?: string;
  readonly speakers: readonly string[];
  readonly url?: string;
  readonly isMarked: boolean;
  /** in the file */
  readonly titleRange: Range;
  /** undefined for an entry that cannot be read, which does not change */
  readonly placed?: PlacedUnit;
}

export interface FileEntries {
  readonly head?: PlacedUnit;
  readonly sessions: readonly FileEntry[];
  /** contributions and breaks, in the order of the file */
  readonly entries: readonly FileEntry[];
  readonly defaults: ScheduleDefaults;
}

export function fileEntries(document: MeetingDocument): FileEntries {
  const defaults = scheduleDefaults(document.units().map(({ summary }) => summary));
  const readable = document.units().flatMap((placed) => entryOf(placed, defaults) ?? []);
  const unreadable = document.blocks.flatMap((block) => unreadableEntry(block) ?? []);
  const all = [...readable, ...unreadable].sort((a, b) => a.titleRange.start - b.titleRange.start);
  // the same objects as those of the other units
  const head = document.units().find(({ summary }) => summary.kind === "meeting");
  return {
    ...(head && { head }),
    sessions: all.filter(({ kind }) => kind === "session"),
    entries: all.filter(({ kind }) => kind !== "session"),
    defaults,
  };
}

const kinds = { contributions: "contribution", breaks: "break", sessions: "session" } as const;

function entryOf(placed: PlacedUnit, defaults: ScheduleDefaults): FileEntry | undefined {
  const { summary, start, block } = placed;
  const { kind } = summary;
  if (kind !== "contributions" && kind !== "breaks" && kind !== "sessions") return undefined;
  const { value, isReadable, speakers } = placed.withUnit((unit) => ({
    value: { url: addressIn(unit.value, "url"), mark: valueIn(unit.value, missingKey) },
    isReadable: unit.isConverted && unit.node !== null && typeof unit.value === "object",
    speakers: kind === "contributions" ? new Item(unit).names("speakers") : [],
  }));
  const day = dayOf(summary, defaults);
  return {
    kind: kinds[kind],
    title: summary.title,
    ...(day !== undefined && { day }),
    ...(summary.start && { start: summary.start.minute }),
    ...(summary.session && { session: summary.session.title }),
    speakers,
    ...(value.url !== undefined && { url: value.url }),
    isMarked: value.mark !== undefined,
    titleRange: { start: start + summary.titleRange.start, end: start + summary.titleRange.end },
    ...(isReadable && !block.hasSyntaxErrors && { placed }),
  };
}

/** An entry with a syntax error, of which some values may be read. */
function unreadableEntry({ block, shape, start }: PlacedBlock): FileEntry | undefined {
  if (shape.kind !== "item" || block.isValidYaml) return undefined;
  const { list } = shape;
  if (list !== "contributions" && list !== "sessions") return undefined;
  const breakTitle = list === "contributions" ? partialTitle(block.text, "breaks") : "";
  const kind = breakTitle === "" ? list : "breaks";
  const url = partialText(block.text, kind, "url");
  const minutes = minuteOfDay(partialText(block.text, kind, "start") ?? "");
  return {
    kind: kinds[kind],
    title: partialTitle(block.text, kind),
    ...(minutes !== undefined && { start: minutes }),
    speakers: [],
    ...(url !== undefined && { url }),
    isMarked: false,
    titleRange: { start, end: start },
  };
}
