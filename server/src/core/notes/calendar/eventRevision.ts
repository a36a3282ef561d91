/** The revision of an event of a calendar, computed from its content: the same text gives the same bytes. */

/** The values that a calendar shows. */
export interface EventContent {
  readonly start: Date;
  readonly end: Date | null;
  /** all other values */
  readonly texts: readonly string[];
}

const dayMinutes = 24 * 60;

/** Seconds by which the revision is later for each minute that the event starts, or ends, later. */
const secondsPerMinute = 60 * 60;

/**
 * Calendars replace an event by one of the same UID with a newer revision. No function of the content alone is newer after
 * each edit: this one is newer if the event starts or ends later, which is the usual change, older if it starts or ends
 * earlier, and different after any other change but one in 3,600.
 * @param date ISO 8601, of the meeting
 * @returns an instant after the midnight that begins this day in UTC
 */
export function revisionOf(date: string, { start, end, texts }: EventContent): Date {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  const [startMinutes, endMinutes] = [start, end ?? start].map(
    (time) => (time.getTime() - midnight) / 60_000,
  );
  // in UTC the meeting may begin on the previous day
  const minutes = Math.floor((startMinutes ?? 0) + (endMinutes ?? 0)) + 2 * dayMinutes;
  const detail = hashOf([startMinutes, endMinutes, ...texts].join("\n")) % secondsPerMinute;
  return new Date(midnight + (minutes * secondsPerMinute + detail) * 1000);
}

/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
