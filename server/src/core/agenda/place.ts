/** Rooms and venues as one text: `Room 40 (CERN)`. */
import { groupBy } from "../text/groupBy";

export interface Place {
  readonly room?: string;
  /** a laboratory, a university, a town */
  readonly venue?: string;
}

/**
 * @param around of the meeting, whose venue is not repeated
 * @returns undefined for no place
 */
export function placeText({ room, venue }: Place, around?: Place): string | undefined {
  if (room === undefined) return venue;
  return venue === undefined || venue === around?.venue || room === venue ? room : `${room} (${venue})`;
}

/** `Room 40 (CERN)` as a room and a venue; the last brackets count. */
export function readPlace(text: string): Place {
  const at = text.endsWith(")") ? text.lastIndexOf(" (") : -1;
  const [room, venue] = [text.slice(0, Math.max(at, 0)).trim(), text.slice(at + 2, -1).trim()];
  if (at <= 0 || room === "" || venue === "" || venue.includes(")")) return text === "" ? {} : { room: text };
  return { room, venue };
}

/** @param around of the meeting */
export function isSamePlace(
  one: Place | undefined,
  other: Place | undefined,
  around: Place | undefined,
): boolean {
  return one === other || (!!one && !!other && placeText(one, around) === placeText(other, around));
}

/**
 * True for the text of a place that is part of the other one: `Room 40` of `Room 40 (CERN)`.
 * @param around the text of the place of the meeting or the session
 */
export function isInheritedPlace(place: string, around: string | undefined): boolean {
  return place === around || around?.startsWith(`${place} (`) === true;
}

/** The place of at least half of the entries that have one. */
export function usualPlace(places: readonly Place[]): Place | undefined {
  const same = [...groupBy(places, (place) => placeText(place)).values()];
  const usual = same.reduce<readonly Place[]>((one, other) => (other.length > one.length ? other : one), []);
  return usual.length * 2 >= places.length ? usual[0] : undefined;
}
