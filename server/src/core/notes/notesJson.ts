/** Notes as JSON, as `schemas/notes.schema.json` describes it. */
import type { Person } from "../document/persons";
import { jsonText } from "../text/displayText";
import { joinedNames } from "../text/personName";
import { timeOfDay } from "../time/timeOfDay";
import { personsOf } from "./arrange/persons";
import type { Arrangement, Entry } from "./arrange/sections";
import type {
  Action,
  MeetingHead,
  Notes,
  NotesBreak,
  NotesItem,
  NotesSession,
  Part,
  TimeSlot,
} from "./read/notes";

export function notesJson(notes: Notes, arrangement: Arrangement): string {
  return jsonText(notesValue(notes, arrangement));
}

/** The value of the JSON. */
export function notesValue(notes: Notes, { by, sections }: Arrangement) {
  const { meeting, items, unread, problems, themes } = notes;
  return {
    meeting: headOf(meeting),
    by,
    sections: sections.map(({ entries, session, ...section }) => ({
      ...section,
      ...(session && { session: { ...session, ...timesOf(session), conveners: namesOf(session.conveners) } }),
      entries: entries.map(entryOf),
    })),
    items: items.map(itemOf),
    sessions: notes.sessions.map(sessionOf),
    breaks: notes.breaks.map(breakOf),
    decisions: notes.decisions,
    actions: notes.actions.map(actionOf),
    persons: personsOf(notes),
    unread,
    problems,
    themes,
    notCovered: themes.filter((theme) => theme.items === 0).map(({ id }) => id),
  };
}

/** An item by its key. */
function entryOf(entry: Entry) {
  if (entry.kind === "gap") return { gap: { start: timeOfDay(entry.start), end: timeOfDay(entry.end) } };
  if (entry.kind === "break") return { break: entry.entry.key };
  const { item, seeAlso, overlap } = entry;
  return {
    item: item.key,
    isInFull: seeAlso === undefined,
    ...(overlap && { overlap: { title: overlap.title, until: timeOfDay(overlap.until) } }),
  };
}

function headOf({ chairs, minuteTakers, attendees, apologies, ...head }: MeetingHead) {
  return {
    ...head,
    chairs: namesOf(chairs),
    minuteTakers: namesOf(minuteTakers),
    attendees: namesOf(attendees),
    apologies: namesOf(apologies),
  };
}

function itemOf({ key, kind, speakers, parts, actions, inNotes: _, reports: __, ...item }: NotesItem) {
  return {
    key,
    kind,
    ...item,
    ...timesOf(item),
    speakers: namesOf(speakers),
    parts: parts.map(partOf),
    actions: actions.map(actionOf),
  };
}

function partOf({ speakers, decisions: _, actions: __, reports: ___, ...part }: Part) {
  return { ...part, speakers: namesOf(speakers) };
}

function sessionOf({ conveners, ...session }: NotesSession) {
  return { ...session, ...timesOf(session), conveners: namesOf(conveners) };
}

function breakOf({ kind: _, ...pause }: NotesBreak) {
  return { ...pause, ...timesOf(pause) };
}

function timesOf({ start, end }: TimeSlot) {
  return {
    ...(start !== undefined && { start: timeOfDay(start) }),
    ...(end !== undefined && { end: timeOfDay(end) }),
  };
}

function actionOf({ owners, ...action }: Action) {
  return { ...action, ...(owners.length > 0 && { owner: joinedNames(owners) }), owners };
}

function namesOf(persons: readonly Person[]): readonly string[] {
  return persons.map(({ name }) => name);
}
