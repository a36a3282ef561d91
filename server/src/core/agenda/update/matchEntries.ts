/** Finds the item of each entry of an agenda: by its address, by its id, by its title and its time; one to one. */
import { comparableSession } from "../../document/itemDay";
import { comparablePerson } from "../../text/personName";
import { QueueByKey } from "../../text/queueByKey";
import { singleLineLabel } from "../../text/singleLineLabel";
import { daysBetween } from "../../time/calendarDate";
import type { AgendaEntry, AgendaSession } from "../agenda";
import { itemKey, pageKey } from "./addresses";
import { type FileEntry, hasFormula } from "./fileEntries";

/** An entry or a session of an agenda. */
export type Matchable = (AgendaEntry | (AgendaSession & { readonly kind: "session" })) & {
  readonly day?: string | undefined;
};

/** The first days of the meeting, as the agenda and the file have them: a meeting that is postponed moves all of its days. */
export interface FirstDays {
  readonly agenda?: string | undefined;
  readonly file?: string | undefined;
}

/** What two entries have in common if they are one; undefined if the entry has no such value. */
interface Criterion {
  readonly ofAgenda: (entry: Comparable) => string | undefined;
  readonly ofFile: (entry: Comparable) => string | undefined;
}

/** The values of either side that are compared. */
interface Comparable {
  readonly kind: string;
  readonly title: string;
  readonly start?: number | undefined;
  readonly session?: string | undefined;
  readonly speakers: readonly string[];
  readonly url?: string | undefined;
  /** days after the first day of the meeting */
  readonly dayNumber: number;
}

/** @returns the entries of the file by those of the agenda */
export function matchEntries<Entry extends Matchable>(
  wanted: readonly Entry[],
  file: readonly FileEntry[],
  { days, isLoose }: { readonly days: FirstDays; readonly isLoose: boolean },
): ReadonlyMap<Entry, FileEntry> {
  const matching = new Matching(
    wanted.map((entry) => [entry, comparableEntry(entry, days.agenda)]),
    file.map((entry) => [entry, { ...entry, dayNumber: dayNumber(entry.day, days.file) }]),
  );
  for (const criterion of criteria) matching.match(criterion);
  if (isLoose) matching.match(titleWithFormula);
  return matching.matches;
}

function comparableEntry(entry: Matchable, firstDay: string | undefined): Comparable {
  return {
    kind: entry.kind,
    title: entry.title,
    start: entry.start,
    session: "session" in entry ? entry.session : undefined,
    speakers: "speakers" in entry ? entry.speakers.map(({ name }) => name) : [],
    url: "url" in entry ? entry.url : undefined,
    dayNumber: dayNumber(entry.day, firstDay),
  };
}

function dayNumber(day: string | undefined, firstDay: string | undefined): number {
  return day === undefined || firstDay === undefined ? 0 : daysBetween(firstDay, day);
}

class Matching<Entry> {
  readonly matches = new Map<Entry, FileEntry>();
  #wanted: readonly (readonly [Entry, Comparable])[];
  #file: readonly (readonly [FileEntry, Comparable])[];

  constructor(
    wanted: readonly (readonly [Entry, Comparable])[],
    file: readonly (readonly [FileEntry, Comparable])[],
  ) {
    this.#wanted = wanted;
    this.#file = file;
  }

  /** Joins entries that have not been matched yet, in their order. */
  match({ ofAgenda, ofFile }: Criterion): void {
    if (this.#wanted.length === 0 || this.#file.length === 0) return;
    const waiting = new QueueByKey(this.#file, ([, comparable]) => ofFile(comparable));
    const taken = new Set<FileEntry>();
    this.#wanted = this.#wanted.filter(([entry, comparable]) => {
      const [found] = waiting.take(ofAgenda(comparable)) ?? [];
      if (found) {
        this.matches.set(entry, found);
        taken.add(found);
      }
      return !found;
    });
    if (taken.size > 0) this.#file = this.#file.filter(([entry]) => !taken.has(entry));
  }
}

/** Best first. Two items with different ids are one only if title and time agree. */
const criteria: readonly Criterion[] = [
  both(({ url, title }) => url && `${pageKey(url)} ${comparableTitle(title)}`),
  both(({ url }) => url && pageKey(url)),
  both(({ url, title }) => idIn(url) && `${idIn(url)} ${comparableTitle(title)}`),
  both(({ url }) => idIn(url)),
  both((entry) => `${entry.kind} ${titleAndDay(entry)} ${entry.start}`),
  ...withOneId((entry) => `${entry.kind} ${titleAndDay(entry)}`),
  ...withOneId((entry) => `${entry.kind} ${comparableTitle(entry.title)}`),
  both((entry) => (entry.kind === "break" ? timeKey(entry) : undefined)),
  ...withOneId((entry) => speakersAndTime(entry)),
  both((entry) => `${titleAndDay(entry)} ${entry.start}`),
];

/** For loose agendas, whose titles lack formulas, and whose entries may lack their day. */
const titleWithFormula: Criterion = {
  ofAgenda: ({ kind, ...entry }) => (kind === "contribution" ? firstWordAndTime(entry) : undefined),
  ofFile: ({ kind, ...entry }) =>
    kind === "contribution" && hasFormula(entry.title) ? firstWordAndTime(entry) : undefined,
};

function firstWordAndTime(entry: Pick<Comparable, "title" | "start">): string | undefined {
  const { start } = entry;
  const word = /[\p{L}\p{N}]+/u.exec(entry.title)?.[0] ?? "";
  return start === undefined ? undefined : `${start} ${word.toLowerCase()}`;
}

type KeyOf = (entry: Comparable) => string | undefined;

function both(key: KeyOf): Criterion {
  return { ofAgenda: key, ofFile: key };
}

/** For entries of which at least one has no id. */
function withOneId(key: KeyOf): readonly Criterion[] {
  const withoutId: KeyOf = (entry) => (idIn(entry.url) === undefined ? key(entry) : undefined);
  return [
    { ofAgenda: key, ofFile: withoutId },
    { ofAgenda: withoutId, ofFile: key },
  ];
}

function idIn(url: string | undefined): string | undefined {
  return url === undefined ? undefined : itemKey(url);
}

function titleAndDay({ title, dayNumber: day }: Comparable): string {
  return `${comparableTitle(title)} ${day}`;
}

function timeKey({ dayNumber: day, start }: Comparable): string | undefined {
  return start === undefined ? undefined : `${day} ${start}`;
}

function speakersAndTime(entry: Comparable): string | undefined {
  const time = timeKey(entry);
  if (entry.kind !== "contribution" || time === undefined || entry.speakers.length === 0) return undefined;
  const names = entry.speakers.map(comparablePerson).sort();
  return [time, comparableSession(entry.session ?? ""), ...names].join("\n");
}

/** Equal for titles that differ in case, punctuation and spaces only; a title without letters and digits is itself. */
export function comparableTitle(title: string): string {
  const words = title
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, "");
  return words === "" ? singleLineLabel(title) : words;
}
