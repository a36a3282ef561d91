/** The words for the head of a meeting. */
import type { Person } from "../../document/persons";
import { plural } from "../../text/wording";
import { dateRange, dayOfWeek } from "../../time/dateRange";
import type { MeetingHead } from "../read/notes";
import { personsText } from "./notesText";

export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** Maximum number of attendees, or of apologies, that are listed in the head itself. */
const maxHeadPersons = 60;

/** Those who were there, or not. */
export interface PersonsFact {
  readonly name: string;
  /** `23 persons` */
  readonly count: string;
  readonly persons: readonly Person[];
  /** true if there are too many for one paragraph */
  readonly isLong: boolean;
}

/** The head's facts in one line, each with its name. */
export function factsOf(head: MeetingHead): readonly Fact[] {
  const { date, endDate, series, chairs, minuteTakers, place, timezone, status, nextMeeting } = head;
  const zone = timezone && (timezone.isKnown ? timezone.name : `${timezone.name} (unknown)`);
  return [
    { name: "Date", value: daysText(date, endDate) },
    { name: "Series", value: series ?? "" },
    { name: chairs.length > 1 ? "Chairs" : "Chair", value: personsText(chairs) },
    { name: minuteTakers.length > 1 ? "Minute takers" : "Minute taker", value: personsText(minuteTakers) },
    { name: "Place", value: place ?? "" },
    { name: "Time zone", value: zone ?? "" },
    { name: "Status", value: status === "final" ? "Final" : "" },
    { name: "Next meeting", value: nextMeeting === undefined ? "" : dayOfWeek(nextMeeting) },
  ].filter(({ value }) => value !== "");
}

/** The attendees and the apologies, if there are any. */
export function personsFacts({ attendees, apologies }: MeetingHead): readonly PersonsFact[] {
  return [
    { name: "Attendees", persons: attendees },
    { name: "Apologies", persons: apologies },
  ]
    .filter(({ persons }) => persons.length > 0)
    .map(({ name, persons }) => ({
      name,
      count: plural(persons.length, "person"),
      persons,
      isLong: persons.length > maxHeadPersons,
    }));
}

/** The words that mark a draft; undefined if the notes are not marked as one. */
export function draftText({ status }: MeetingHead): string | undefined {
  return status === "draft" ? "Draft: these notes are not final." : undefined;
}

/** `Tuesday 10 December 2019`, and `10–12 December 2019` for several days */
function daysText(date: string | undefined, endDate: string | undefined): string {
  if (date === undefined) return endDate ?? "";
  return endDate === undefined || endDate === date ? dayOfWeek(date) : dateRange(date, endDate);
}
