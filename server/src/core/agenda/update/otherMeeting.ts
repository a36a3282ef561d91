/** Recognises an agenda of another meeting by its day and titles, as it has no address to compare. */
import type { Agenda } from "../agenda";
import type { FileEntries } from "./fileEntries";
import { comparableTitle } from "./matchEntries";

/** The days of a meeting, as ISO 8601. */
interface Days {
  readonly first: string;
  readonly last: string;
}

/**
 * A meeting that moved has its titles, and one with other titles has its day.
 * @returns the first days of both, if they are two meetings
 */
export function otherDay(
  { meeting, entries }: Agenda,
  { entries: inFile, defaults }: FileEntries,
): { readonly inFile: string; readonly inAgenda: string } | undefined {
  const [file, agenda] = [
    daysOf(defaults.head?.date?.day, defaults.head?.endDate?.day),
    daysOf(meeting.date, meeting.endDate),
  ];
  if (!file || !agenda || (file.first <= agenda.last && agenda.first <= file.last)) return undefined;
  const isOther = !hasHalf(titlesOf(entries), titlesOf(inFile));
  return isOther ? { inFile: file.first, inAgenda: agenda.first } : undefined;
}

function daysOf(first: string | undefined, last = first): Days | undefined {
  return first === undefined || last === undefined ? undefined : { first, last };
}

/** Breaks have the same titles in all meetings. */
function titlesOf(
  entries: readonly { readonly kind: string; readonly title: string }[],
): ReadonlySet<string> {
  const contributions = entries.filter(({ kind }) => kind === "contribution");
  return new Set(contributions.map(({ title }) => comparableTitle(title)));
}

/** True if at least half of the titles of the shorter list are in the other one; an empty list has them all. */
function hasHalf(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  const common = [...left].filter((title) => right.has(title)).length;
  return common * 2 >= Math.min(left.size, right.size);
}
