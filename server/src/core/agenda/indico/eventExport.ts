/**
 * `/export/event/ID.json`, with any detail: `sessions` has slots of sessions with their contributions, `contributions` and
 * `subcontributions` have one list, and `events` has only the event.
 * https://docs.getindico.io/en/stable/http-api/exporters/event/
 */
import { listIn, valueIn } from "../../document/plainValues";
import type { AgendaLink, CompleteList } from "../agenda";
import type { FullAgenda, FullSlot } from "../compactAgenda";
import { distinctLinks } from "../distinct";
import { lineIn } from "../lineIn";
import type { Remarks } from "../remarks";
import { lastDayOf } from "../spans";
import { completeLists } from "./completeLists";
import { displayedId } from "./displayedId";
import { indicoPersonsIn } from "./exportPersons";
import type { IndicoContribution, IndicoEvent } from "./indicoEvent";
import { contributionNumber, IndicoReader } from "./indicoReader";
import { EventClock } from "./indicoTime";

/** @param base the address of the export */
export function readEventExport(event: unknown, base: string | undefined, remarks: Remarks): IndicoEvent {
  const serverZone = lineIn(valueIn(event, "startDate"), "tz");
  const clock = new EventClock([lineIn(event, "timezone"), serverZone], remarks);
  const reader = new IndicoReader(clock, remarks, lineIn(event, "url") ?? base);
  const slots = listIn(event, "sessions");
  const isLecture = ["simple_event", "lecture"].includes(lineIn(event, "type") ?? "");
  const listed = listIn(event, "contributions").map((map) => contributionOf(map, reader, undefined));
  const inSlots = slots.flatMap((slot) =>
    listIn(slot, "contributions").map((map) => contributionOf(map, reader, slotTitleOf(slot))),
  );
  const contributions = distinctContributions([...listed, ...inSlots], remarks);
  const lecture = isLecture && contributions.length === 0 ? [lectureOf(event, reader)] : [];
  const isHead = valueIn(event, "contributions") === undefined && lecture.length === 0;
  if (isHead)
    remarks.add("The export has no contributions: it has them with “detail=sessions” in its address.");
  const id = displayedId(valueIn(event, "id"));
  return {
    ...(id !== undefined && { id }),
    meeting: headOf(event, reader, { isLecture: lecture.length > 0, links: sessionLinks(slots, reader) }),
    slots: slots.map((slot) => slotOf(slot, reader)),
    contributions: [...contributions, ...lecture],
    breaks: [],
    isHead,
    completeLists: listsOf(event, lecture.length > 0),
  };
}

/** A lecture has its chairs as speakers, and the files of the event as its own. */
function listsOf(event: unknown, isLecture: boolean): readonly CompleteList[] {
  const links = ["folders", "material"];
  if (isLecture) return completeLists([event], { speakers: ["chairs"], links });
  const contributions = [
    ...listIn(event, "contributions"),
    ...listIn(event, "sessions").flatMap((slot) => listIn(slot, "contributions")),
  ];
  const ofEntries = completeLists(contributions, {
    speakers: ["speakers"],
    parts: ["subContributions"],
    links,
  });
  const ofEvent = completeLists([event], { chairs: ["chairs"], links });
  // an export of the head alone has the links of no contribution
  const hasLinks = ofEvent.includes("links") && (contributions.length === 0 || ofEntries.includes("links"));
  return [
    ...[...ofEvent, ...ofEntries].filter((list) => list !== "links"),
    ...(hasLinks ? (["links"] as const) : []),
  ];
}

/** A quick count of the sessions and contributions. */
export function countOfEvent(event: unknown): number {
  const slots = listIn(event, "sessions");
  const inSlots = slots.reduce<number>((sum, slot) => sum + 1 + listIn(slot, "contributions").length, 0);
  return listIn(event, "contributions").length + inSlots;
}

interface HeadOptions {
  /** true if the chairs, the description and the files are those of the one contribution */
  readonly isLecture: boolean;
  /** of the sessions */
  readonly links: readonly AgendaLink[];
}

function headOf(
  event: unknown,
  reader: IndicoReader,
  { isLecture, links }: HeadOptions,
): FullAgenda["meeting"] {
  const start = reader.clock.read(valueIn(event, "startDate"));
  const end = reader.clock.read(valueIn(event, "endDate"));
  const context = isLecture ? undefined : reader.description(event);
  const { zone } = reader.clock;
  return {
    title: reader.title(event),
    ...(start && { date: start.date }),
    ...(end && { endDate: start ? lastDayOf(start, end) : end.date }),
    chairs: isLecture ? [] : indicoPersonsIn(event, "chairs"),
    ...reader.place(event),
    ...(zone !== undefined && { timezone: zone }),
    ...reader.url(event),
    links: isLecture ? [] : distinctLinks([...reader.links.links(event), ...links]),
    ...(context !== undefined && { context }),
  };
}

/** Files of sessions, with the title of the session before their own, as sessions of an agenda have no links. */
function sessionLinks(slots: readonly unknown[], reader: IndicoReader): readonly AgendaLink[] {
  return slots.flatMap((slot) => {
    const links = reader.links.links(valueIn(slot, "session"));
    return links.map(({ title, url }) => ({ title: `${slotTitleOf(slot)}: ${title}`, url }));
  });
}

/** The title of a slot's session: that of the slot has the title of the slot after it. */
function slotTitleOf(slot: unknown): string {
  const title = lineIn(slot, "title") ?? "Untitled";
  const slotTitle = lineIn(slot, "slotTitle");
  const ending = slotTitle === undefined ? "" : `: ${slotTitle}`;
  return (
    lineIn(valueIn(slot, "session"), "title") ??
    (title.endsWith(ending) ? title.slice(0, title.length - ending.length) : title)
  );
}

function slotOf(slot: unknown, reader: IndicoReader): FullSlot {
  const title = slotTitleOf(slot);
  const session = valueIn(slot, "session");
  reader.noteSession(title, session, lineIn(slot, "slotTitle"));
  const conveners = [...indicoPersonsIn(slot, "conveners"), ...indicoPersonsIn(session, "sessionConveners")];
  const page = valueIn(session, "url") === undefined ? slot : session;
  return {
    title,
    ...reader.times(slot),
    ...reader.place(slot),
    conveners,
    ...reader.url(page),
    isComplete: true,
  };
}

function contributionOf(
  map: unknown,
  reader: IndicoReader,
  slotTitle: string | undefined,
): IndicoContribution {
  const address = reader.url(map);
  const id = contributionNumber(valueIn(map, "db_id"), address.url);
  const session = lineIn(map, "session") ?? slotTitle;
  return {
    ...(id !== undefined && { id }),
    entry: {
      kind: "contribution",
      title: reader.title(map),
      ...(session !== undefined && { session }),
      ...reader.times(map),
      ...reader.place(map),
      speakers: indicoPersonsIn(map, "speakers"),
      ...address,
      links: reader.links.links(map),
      ...reader.abstract(map),
      parts: listIn(map, "subContributions").map((part) => reader.part(part, address.url)),
    },
  };
}

/** A lecture is an event without contributions: the event is the talk, and its chairs are the speakers. */
function lectureOf(event: unknown, reader: IndicoReader): IndicoContribution {
  return {
    entry: {
      kind: "contribution",
      title: reader.title(event),
      ...reader.times(event),
      speakers: indicoPersonsIn(event, "chairs"),
      links: reader.links.links(event),
      ...reader.abstract(event),
      parts: [],
    },
  };
}

/** The first contribution with each number; those without a number all. */
function distinctContributions(
  contributions: readonly IndicoContribution[],
  remarks: Remarks,
): readonly IndicoContribution[] {
  const titles = new Map<string, string>();
  return contributions.filter(({ id, entry: { title } }) => {
    if (id === undefined) return true;
    const first = titles.get(id);
    if (first === undefined) titles.set(id, title);
    else if (first !== title)
      remarks.addName("Contributions with the number of another one are left out", title);
    return first === undefined;
  });
}
