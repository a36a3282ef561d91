/** The actions of a meeting as tasks (RFC 5545, section 3.6.2); the library of calendars writes events only. */
import { escape as escapeText } from "ical-generator";
import type { ActionStatus } from "../../document/itemActions";
import { repeatedText } from "../../text/displayText";
import { firstLast, joinedNames } from "../../text/personName";
import { slugOf, uniqueId } from "../../text/slug";
import { isCalendarDate } from "../../time/calendarDate";
import { allActions } from "../arrange/decisionsAndActions";
import { originOf, untitled } from "../arrange/notesText";
import type { Action, MeetingHead, Notes, NotesItem } from "../read/notes";
import { hashOf, revisionOf } from "./eventRevision";
import { urlOf } from "./eventUrl";

interface Origin {
  readonly meeting: MeetingHead;
  /** undefined for an action of the meeting as a whole */
  readonly item?: NotesItem;
}

interface Status {
  readonly name: "NEEDS-ACTION" | "IN-PROCESS" | "COMPLETED" | "CANCELLED";
  /** a revision with a later status is newer */
  readonly rank: number;
}

const statuses: Readonly<Record<ActionStatus, Status>> = {
  open: { name: "NEEDS-ACTION", rank: 0 },
  "in-progress": { name: "IN-PROCESS", rank: 1 },
  done: { name: "COMPLETED", rank: 2 },
  dropped: { name: "CANCELLED", rank: 2 },
};

/** The lines of a task for each action, those that are done among them, so that a calendar that has the task ticks it off. */
export function todosOf(notes: Notes): readonly string[] {
  const ids = new Map<string, number>();
  return allActions(notes).flatMap(({ item, ...action }) =>
    todoLines(action, { meeting: notes.meeting, ...(item && { item }) }, ids),
  );
}

function todoLines(action: Action, origin: Origin, ids: Map<string, number>): readonly string[] {
  const { due, closed, text } = action;
  const { name, rank } = statuses[action.status];
  const { url } = urlOf(origin.item?.url === undefined ? origin.meeting : origin.item);
  const content = [
    ...(due !== undefined && isCalendarDate(due) ? [`DUE;VALUE=DATE:${due.replaceAll("-", "")}`] : []),
    `SUMMARY:${escapeText(text, false)}`,
    `DESCRIPTION:${escapeText(descriptionOf(action, origin), false)}`,
    `STATUS:${name}`,
    ...(name === "COMPLETED" ? completion(closed) : []),
    ...(url === undefined ? [] : [`URL;VALUE=URI:${url}`]),
  ];
  const stamp = stampOf(origin.meeting, rank, content);
  return [
    "BEGIN:VTODO",
    `UID:${uniqueId(idOf(action, origin.meeting), ids)}@wlcg-notes`,
    "SEQUENCE:0",
    `DTSTAMP:${stamp}`,
    ...content,
    `LAST-MODIFIED:${stamp}`,
    "END:VTODO",
  ];
}

/** The day at noon in UTC, which is the same day in most time zones. */
function completion(closed: string | undefined): readonly string[] {
  const isDay = closed !== undefined && isCalendarDate(closed);
  return [...(isDay ? [`COMPLETED:${closed.replaceAll("-", "")}T120000Z`] : []), "PERCENT-COMPLETE:100"];
}

/**
 * The same for an action that a later meeting of the series carries over: by its number, else by its text without case,
 * punctuation and spaces.
 */
function idOf({ id, text }: Action, { series, title, date }: MeetingHead): string {
  const scope = series === undefined ? `${date ?? ""}-${slugOf(title)}` : slugOf(series);
  const comparable = text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "");
  const name = id === undefined ? `${slugOf(text)}-${hashOf(comparable).toString(36)}` : slugOf(id);
  return `${scope}-action-${name}`;
}

function stampOf({ date }: MeetingHead, rank: number, content: readonly string[]): string {
  const day = date !== undefined && isCalendarDate(date) ? date : "1970-01-01";
  const start = new Date(`${day}T00:00:00Z`);
  const end = new Date(start.getTime() + rank * 60_000);
  const revision = revisionOf(day, { start, end, texts: content });
  return `${revision
    .toISOString()
    .replaceAll(/[-:]/g, "")
    .replace(/\.\d+Z$/, "")}Z`;
}

function descriptionOf({ id, owners, due, since }: Action, { meeting, item }: Origin): string {
  const meetingText = [repeatedText(meeting.title) || untitled, meeting.date ?? []].flat().join(", ");
  return [
    id === undefined ? [] : `Number: ${id}`,
    owners.length > 0
      ? `${owners.length > 1 ? "Owners" : "Owner"}: ${joinedNames(owners.map(firstLast))}`
      : [],
    due === undefined || isCalendarDate(due) ? [] : `Due: ${due}`,
    since === undefined ? [] : `Since: ${since}`,
    item === undefined ? [] : `From: ${originOf(item)}`,
    `Meeting: ${meetingText}`,
  ]
    .flat()
    .join("\n");
}
