import type { MeetingDocument } from "../../core/analysis/meetingDocument";
import { Item } from "../../core/document/item";
import { messageText } from "../../core/text/displayText";
import { daysBetween, isCalendarDate } from "../../core/time/calendarDate";
import { timeOfDay } from "../../core/time/timeOfDay";
import { type CompletionContext, matchUntilComplete, type Proposal } from "./completionProposal";

/**
 * Today; for the `date` of an item the days of the meeting; for `due` also the day of the meeting, a week and a month after
 * it; for `endDate` the days after the first; for `nextMeeting` a week, two weeks and a month later.
 */
export function dateProposals(key: string, { cursor, document }: CompletionContext): readonly Proposal[] {
  const today = proposal(document.today, "today");
  if (key === "date") return cursor.path[0] === "meeting" ? [today] : meetingDays(document);
  const dateOfMeeting = meetingDate(document);
  if (key === "nextMeeting") return nextDays(dateOfMeeting ?? document.today);
  if (key === "closed" || key === "since")
    return [...(dateOfMeeting === undefined ? [] : [proposal(dateOfMeeting, "day of the meeting")]), today];
  if (key === "endDate") return lastDays(dateOfMeeting ?? document.today);
  const [from, name] =
    dateOfMeeting === undefined ? [document.today, "from today"] : [dateOfMeeting, "after the meeting"];
  const candidates = [
    today,
    ...(dateOfMeeting === undefined ? [] : [proposal(dateOfMeeting, "day of the meeting")]),
    proposal(weekAfter(from), `a week ${name}`),
    proposal(monthAfter(from), `a month ${name}`),
  ];
  return candidates.filter(
    ({ label }, at) => candidates.findIndex((candidate) => candidate.label === label) === at,
  );
}

/** The end of the contribution above, `"10:15"`, then usual times after it. */
export function startProposals({ cursor, document, offset }: CompletionContext): readonly Proposal[] {
  if (cursor.path[0] !== "contributions") return [];
  let end: number | undefined;
  let lastKnown = -1;
  let title = "";
  document.forEachSummarySoFar((summary, start) => {
    // an item that ends at or after the cursor is the one being edited
    if (summary.kind !== "contributions" || start + summary.range.end >= offset) return;
    const startMinute = summary.start?.minute ?? end;
    end =
      startMinute === undefined || summary.duration === undefined
        ? undefined
        : startMinute + summary.duration;
    lastKnown = end ?? startMinute ?? lastKnown;
    title = summary.title;
  });
  const times = usualTimes.filter((minute) => minute > lastKnown).map((minute) => timeProposal(minute));
  if (end === undefined) return times;
  return [{ ...timeProposal(end), title: `when “${messageText(title)}” ends` }, ...times];
}

/** Usual times of talks, in minutes after midnight. */
const usualTimes = [9, 9.5, 10, 10.5, 11, 11.5, 13.5, 14, 14.5, 15, 15.5, 16, 16.5, 17].map(
  (hour) => hour * 60,
);

function timeProposal(minute: number): Proposal {
  const clock = timeOfDay(minute);
  return { label: clock, kind: "date", text: `"${clock}"`, matchWords: matchUntilComplete(clock) };
}

/** Maximum number of days of a meeting that are proposed. */
const maxMeetingDays = 14;

function meetingDays(document: MeetingDocument): readonly Proposal[] {
  const summary = document.head()?.summary;
  const first = summary?.date?.day;
  if (first === undefined) return [proposal(document.today, "today")];
  const count = Math.min(daysBetween(first, summary?.endDate?.day ?? first), maxMeetingDays - 1);
  return Array.from({ length: Math.max(0, count) + 1 }, (_, at) =>
    proposal(daysAfter(first, at), count > 0 ? `day ${at + 1} of the meeting` : "day of the meeting"),
  );
}

function nextDays(from: string): readonly Proposal[] {
  return [
    proposal(weekAfter(from), "a week later"),
    proposal(daysAfter(from, 14), "two weeks later"),
    proposal(daysAfter(from, 28), "four weeks later"),
    proposal(monthAfter(from), "a month later"),
  ];
}

function meetingDate(document: MeetingDocument): string | undefined {
  const date = document.head()?.withUnit((unit) => new Item(unit).text("date"));
  return date !== undefined && isCalendarDate(date) ? date : undefined;
}

function proposal(date: string, title: string): Proposal {
  return { label: date, kind: "date", text: date, title, matchWords: matchUntilComplete(date) };
}

/** The last day of a meeting of two to five days. */
function lastDays(first: string): readonly Proposal[] {
  return [1, 2, 3, 4].map((days) => proposal(daysAfter(first, days), `${days + 1} days`));
}

function weekAfter(iso: string): string {
  return daysAfter(iso, 7);
}

function daysAfter(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The same day of the next month, or its last. */
function monthAfter(iso: string): string {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(day, last))).toISOString().slice(0, 10);
}
