/** The agenda of an event from its JSON exports. */
import type { Agenda, AgendaReading } from "../agenda";
import { tooManyEntries } from "../agendaLimits";
import { compactAgenda } from "../compactAgenda";
import { Remarks } from "../remarks";
import { type Envelope, envelopeOf } from "./envelope";
import { countOfEvent, readEventExport } from "./eventExport";
import type { IndicoEvent } from "./indicoEvent";
import { countOfTimetable, readTimetableExport } from "./timetableExport";

/** Parsed JSON of exports of one event; one of them is enough. */
export interface IndicoExports {
  /** of `/export/event/ID.json`, with any detail */
  readonly event?: unknown;
  /** of `/export/timetable/ID.json`, which has the breaks */
  readonly timetable?: unknown;
}

export function agendaOfExports({ event, timetable }: IndicoExports): AgendaReading {
  const envelopes = [event, timetable].filter((json) => json !== undefined).map(envelopeOf);
  for (const envelope of envelopes) if (envelope.kind === "problem") return { problem: envelope.problem };
  const problem = tooManyEntries(envelopes.reduce((sum, envelope) => sum + countOf(envelope), 0));
  if (problem !== undefined) return { problem };
  const remarks = new Remarks();
  const head = envelopes.find((envelope) => envelope.kind === "event");
  const days = envelopes.find((envelope) => envelope.kind === "timetable");
  const read = head && readEventExport(head.event, head.base, remarks);
  const planned = days && readTimetableExport(days, remarks, [read?.meeting.timezone]);
  if (!read)
    return planned
      ? agendaOf(planned, remarks, { isPartial: true })
      : { problem: "There is no export to read." };
  if (!planned) return agendaOf(read, remarks);
  return read.id !== undefined && read.id !== planned.id
    ? { problem: `The exports are of two events, ${read.id} and ${planned.id}.` }
    : agendaOf(withTimetable(read, planned), remarks);
}

function countOf(envelope: Envelope): number {
  if (envelope.kind === "event") return countOfEvent(envelope.event);
  return envelope.kind === "timetable" ? countOfTimetable(envelope.days) : 0;
}

function agendaOf(
  event: IndicoEvent,
  remarks: Remarks,
  completeness: Pick<Agenda, "isPartial"> = {},
): AgendaReading {
  const { meeting, slots, contributions, breaks, isHead = false } = event;
  if (contributions.length === 0 && !isHead)
    remarks.add("There are no contributions, or the timetable of the event is not public yet.");
  const entries = [...contributions.map(({ entry }) => entry), ...breaks];
  const { completeLists } = event;
  return {
    agenda: { ...compactAgenda({ meeting, slots, entries }, remarks), ...completeness, completeLists },
  };
}

/** The event with what only its timetable has: breaks, the slots of sessions, and contributions that are newer. */
function withTimetable(event: IndicoEvent, timetable: IndicoEvent): IndicoEvent {
  const known = new Set(event.contributions.map(({ id }) => id));
  const others = timetable.contributions.filter(({ id }) => id !== undefined && !known.has(id));
  return {
    ...event,
    slots: event.slots.length > 0 ? event.slots : timetable.slots,
    contributions: [...event.contributions, ...others],
    breaks: timetable.breaks,
    // the timetable has no parts
    completeLists:
      others.length > 0 ? event.completeLists.filter((list) => list !== "parts") : event.completeLists,
  };
}
