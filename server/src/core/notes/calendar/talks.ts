/** The contributions of a meeting with their days, as a calendar shows them. */
import type { MeetingDocument } from "../../analysis/meetingDocument";
import { Item } from "../../document/item";
import type { Person } from "../../document/persons";
import { withActualStarts } from "../read/actualStarts";
import type { Notes } from "../read/notes";
import { readItem } from "../read/readItem";
import { SessionLookup } from "../read/sessions";

/** A contribution. */
export interface Talk {
  readonly title: string;
  /** of the title, in the file */
  readonly offset: number;
  /** true if `start` has a value of any type */
  readonly hasStart: boolean;
  /** ISO 8601: the day of the contribution, else of its session, else of the meeting */
  readonly date?: string;
  /** minutes after the midnight that begins this day */
  readonly start?: number;
  /** minutes */
  readonly duration?: number;
  readonly session?: string;
  /** of the contribution, else of its session */
  readonly place?: string;
  readonly speakers: readonly Person[];
  readonly url?: string;
}

/** @returns the contributions that parse, in the file's order */
export function plannedTalks(document: MeetingDocument, { meeting, sessions }: Notes): readonly Talk[] {
  const lookup = new SessionLookup(sessions);
  const context = { document, sessions: lookup, meetingDate: meeting.date, meetingPlace: meeting.place };
  const placed = document.items().filter(({ summary }) => summary.kind === "contributions");
  const readings = withActualStarts(placed.map((item) => readItem(item, context)));
  return placed.flatMap((item, index) => {
    const values = readings[index]?.item;
    if (!values || values.kind === "breaks") return [];
    const { title, date, start, duration, session, speakers, url } = values;
    const place = values.place ?? (session === undefined ? undefined : lookup.find(session, values)?.place);
    return {
      title,
      offset: item.start + item.summary.titleRange.start,
      hasStart: item.withUnit((unit) => new Item(unit).has("start")),
      ...(date !== undefined && { date }),
      ...(start !== undefined && { start }),
      ...(duration !== undefined && { duration }),
      ...(session !== undefined && { session }),
      ...(place !== undefined && { place }),
      speakers,
      ...(url !== undefined && { url }),
    };
  });
}
