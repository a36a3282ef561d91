/** Reads the sessions of a meeting, and finds the session of an item. */
import type { MeetingDocument } from "../../analysis/meetingDocument";
import { Item } from "../../document/item";
import { comparableSession } from "../../document/itemDay";
import { shiftRange } from "../../text/range";
import { slugOf, uniqueId } from "../../text/slug";
import { firstCalendarDate } from "../../time/calendarDate";
import type { LineLookup } from "./lineLookup";
import type { NotesSession } from "./notes";
import { placeOf } from "./placeOf";
import { publishedMarkdown } from "./publishedMarkdown";
import { timesOf } from "./times";
import { withUnknownKeys } from "./unknownKeys";

/** @param meetingDate as written */
export function readSessions(
  document: MeetingDocument,
  meetingDate: string | undefined,
  lines: LineLookup,
): readonly NotesSession[] {
  const keys = new Map<string, number>();
  return document
    .units()
    .filter(({ summary }) => summary.kind === "sessions")
    .map((placed) => ({
      ...placed.withUnit((unit) => sessionValues(new Item(unit), meetingDate, keys)),
      ...lines.lineRangeOf(shiftRange(placed.summary.range, placed.start)),
    }));
}

function sessionValues(
  item: Item,
  meetingDate: string | undefined,
  keys: Map<string, number>,
): Omit<NotesSession, "line" | "endLine"> {
  const { title, url } = item;
  const [date, place] = [firstCalendarDate(item.text("date"), meetingDate), placeOf(item)];
  const notes = publishedMarkdown(withUnknownKeys(undefined, item.unknownKeys));
  return {
    key: uniqueId(`session-${slugOf(title)}`, keys),
    title,
    ...(date !== undefined && { date }),
    ...timesOf(item),
    ...(place !== undefined && { place }),
    conveners: item.persons("conveners"),
    ...(url !== undefined && { url }),
    ...(notes !== undefined && { notes }),
  };
}

/** The sessions of a meeting by title. */
export class SessionLookup {
  readonly #byTitle = new Map<string, NotesSession[]>();
  readonly #found = new Map<string, NotesSession | undefined>();

  constructor(sessions: readonly NotesSession[]) {
    for (const session of sessions) {
      const title = comparableSession(session.title);
      const sameTitle = this.#byTitle.get(title);
      if (sameTitle) sameTitle.push(session);
      else this.#byTitle.set(title, [session]);
    }
  }

  /**
   * The session with this title; of several ones, that of the day, and of these the last one that starts by then.
   * @param start minutes after midnight
   */
  find(title: string, slot: { readonly date?: string; readonly start?: number }): NotesSession | undefined {
    const comparable = comparableSession(title);
    const key = `${slot.date} ${slot.start} ${comparable}`;
    if (!this.#found.has(key)) this.#found.set(key, this.#search(comparable, slot));
    return this.#found.get(key);
  }

  #search(
    comparable: string,
    { date, start }: { readonly date?: string; readonly start?: number },
  ): NotesSession | undefined {
    const sameTitle = this.#byTitle.get(comparable) ?? [];
    const sameDay = sameTitle.filter((session) => date === undefined || session.date === date);
    const started = sameDay.findLast(
      (session) => session.start === undefined || start === undefined || session.start <= start,
    );
    return (start === undefined ? undefined : started) ?? sameDay[0] ?? sameTitle[0];
  }
}
