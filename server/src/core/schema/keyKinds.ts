/** Keys with values of one kind, wherever they occur. */
import { comparableName } from "./keyNames";

/** Other names of the keys of Markdown, separated by blanks. */
export const noteNames = "note minutes summary description comment";

/** True for the keys of Markdown, whose texts may have several lines. */
export function isMarkdownKey(name: string): boolean {
  return isNotesKey(name) || name === "abstract";
}

/** True for the key of Markdown that takes text without a key: not for an announcement. */
export function isNotesKey(name: string): boolean {
  return name === "notes" || name === "context";
}

const dateKeys: ReadonlySet<string> = new Set(["date", "due", "endDate", "nextMeeting", "closed", "since"]);

/** True for the keys of a date. */
export function isDateKey(name: string): boolean {
  return dateKeys.has(name);
}

/** The keys of a list of persons, except for the owners of an action. */
export const peopleKeys = [
  "chairs",
  "minuteTakers",
  "attendees",
  "apologies",
  "conveners",
  "speakers",
] as const;

export type PeopleKey = (typeof peopleKeys)[number];

/** True for the keys of a list of persons. */
export function isPeopleKey(name: string): boolean {
  return name === "owners" || peopleKeys.some((key) => key === name);
}

/**
 * @param name as written: `Notes`, `minutes`
 * @param keys of the mapping
 * @param isText true if the value is plainly a text, as for `minutes: |`
 * @returns the key of Markdown that is meant; undefined for other names, and for the key itself
 */
export function markdownKeyCorrection(
  name: string,
  keys: readonly string[],
  isText: boolean,
): string | undefined {
  const key = keys.find(isNotesKey);
  if (key === undefined || keys.includes(name)) return undefined;
  const comparable = comparableName(name);
  const isOtherName = noteNames.split(" ").some((other) => comparableName(other) === comparable);
  return comparable === comparableName(key) || (isText && isOtherName) ? key : undefined;
}

/** True for the labels of lists of persons that minutes have at the margin: `Present: A. Forti`. */
export function isAttendanceLabel(name: string): boolean {
  return /^(?:present|attendees|participants|apologies|excused|regrets)$/i.test(name);
}
