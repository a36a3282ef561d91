/** What a file lacks compared with an agenda, with the edits that bring it in line. */
import type { MeetingDocument } from "../../analysis/meetingDocument";
import { isWholeFile } from "../../document/block";
import type { PlacedUnit } from "../../document/blockDocument";
import { comparableSession } from "../../document/itemDay";
import { addressIn } from "../../document/plainValues";
import type { Suggester } from "../../suggest/suggester";
import { groupInsertions } from "../../text/groupInsertions";
import type { Edit, Range } from "../../text/range";
import { timeOfDay } from "../../time/timeOfDay";
import type { Agenda, AgendaEntry, AgendaSession } from "../agenda";
import { validAgenda } from "../validAgenda";
import { plainMap } from "../write/layout";
import { hasDetails } from "../write/meetingText";
import { entryKeys, sessionKeys, type WrittenKey } from "../write/writtenKeys";
import { eventKey, pageKey } from "./addresses";
import type { AgendaChange, AgendaChanges, DraftChange, NewValue } from "./change";
import { safeChanges } from "./checkChanges";
import { type FileEntries, type FileEntry, fileEntries } from "./fileEntries";
import { hasBlankLines, insertBeside, insertFirst, type ListName } from "./insertions";
import { entryChanges, followSession, headChanges, missingChange, sessionChanges } from "./itemChanges";
import { type Matchable, matchEntries } from "./matchEntries";
import { otherDay } from "./otherMeeting";
import { isLoose, knowsDetails, type Schedule, scheduleOf } from "./schedule";
import { renamedSessions, sessionsOfFile } from "./sessionNames";
import { nameInLabel } from "./wording";

export interface UpdateOptions {
  /** writes the themes of new entries that it is sure of */
  readonly tag?: Suggester;
}

/**
 * Compares a file with an agenda of the same meeting. What people wrote stays: notes, themes, abstracts, comments and the
 * order of keys. Applying all edits and asking again gives no changes.
 */
export function agendaChanges(
  document: MeetingDocument,
  agenda: Agenda,
  options: UpdateOptions = {},
): AgendaChanges {
  const valid = validAgenda(agenda);
  const problem = refusal(document, valid);
  if (problem !== undefined) return { changes: [], remarks: [problem], isRefused: true };
  return new Comparison(document, valid, options).changes();
}

/** The edits of several changes of one file, by offset. */
export function editsOf(changes: readonly AgendaChange[]): readonly Edit[] {
  return groupInsertions(changes.flatMap(({ edits }) => edits));
}

/** Why a file cannot follow the agenda; undefined if it can. */
function refusal(document: MeetingDocument, agenda: Agenda): string | undefined {
  const { meeting } = agenda;
  const [first] = document.blockList.blocks;
  if (document.exceedsLimits) return "The file is too large to be compared with an agenda.";
  if (document.hasLoneCr)
    return "The file has lines that end in a carriage return alone: correct them first.";
  const head = document.head();
  const isBroken = first && isWholeFile(first.shape) && !first.isValidYaml;
  if (isBroken || !head) return "The file has no meeting head that can be read: correct it first.";
  const url = head.withUnit(({ value }) => addressIn(value, "url"));
  const [inFile, inAgenda] = [url, meeting.url].map((one) => (one === undefined ? undefined : eventKey(one)));
  const isOther = inFile !== undefined && inAgenda !== undefined && inFile !== inAgenda;
  if (isOther)
    return `The agenda is of another event (${nameInLabel(inAgenda)}) than the file (${nameInLabel(inFile)}).`;
  const days = meeting.url === undefined ? otherDay(agenda, fileEntries(document)) : undefined;
  return (
    days &&
    `The agenda is of another meeting (${days.inAgenda}) than the file (${days.inFile}): most of its titles differ.`
  );
}

const notMarked =
  "Items that the source lacks are not marked as missing: a calendar, a page, a text and an export of a timetable have no complete list.";

/**
 * Entries with their own days and places, and with a session only if the file has it: the sessions of a partial agenda may
 * be titles of their parts.
 */
function withoutSessions(agenda: Agenda, file: FileEntries): Agenda {
  const { meeting, sessions } = agenda;
  const ofAgenda = new Map(sessions.map((session) => [comparableSession(session.title), session]));
  const inFile = new Set(file.sessions.map(({ title }) => comparableSession(title)));
  // a text of several days may have lost the headings of its days
  const hasDays = meeting.endDate === undefined || [...sessions, ...agenda.entries].some(({ date }) => date);
  const entries = agenda.entries.map(({ session, ...entry }): AgendaEntry => {
    const key = comparableSession(session ?? "");
    const around = ofAgenda.get(key);
    const date = entry.date ?? around?.date ?? (hasDays ? meeting.date : undefined);
    const place = entry.place ?? around?.place;
    return {
      ...entry,
      ...(date !== undefined && { date }),
      ...(place !== undefined && { place }),
      ...(session !== undefined && inFile.has(key) && { session }),
    };
  });
  return { ...agenda, sessions: [], entries };
}

type WantedSession = AgendaSession & { readonly kind: "session"; readonly day?: string | undefined };
type WantedEntry = AgendaEntry & { readonly day?: string | undefined };

class Comparison {
  readonly #document: MeetingDocument;
  readonly #agenda: Agenda;
  readonly #file: FileEntries;
  readonly #isLoose: boolean;
  readonly #schedule: Schedule;
  readonly #options: UpdateOptions;
  readonly #wanted: readonly WantedEntry[];
  /** the items of the file by the entries of the agenda */
  readonly #matches: ReadonlyMap<WantedEntry, FileEntry>;
  readonly #remarks: string[] = [];

  constructor(document: MeetingDocument, agenda: Agenda, options: UpdateOptions) {
    this.#document = document;
    this.#options = options;
    this.#file = fileEntries(document);
    this.#isLoose = isLoose(agenda);
    this.#agenda = this.#isLoose ? withoutSessions(agenda, this.#file) : agenda;
    this.#schedule = scheduleOf(this.#agenda, this.#file);
    this.#wanted = this.#agenda.entries.map(
      (entry): WantedEntry => ({ ...entry, day: entry.date ?? this.#schedule.agendaDay(entry.session) }),
    );
    this.#matches = this.#match(this.#wanted, this.#file.entries);
  }

  changes(): AgendaChanges {
    const ofSessions = this.#sessionDrafts();
    const drafts = [...this.#headDrafts(), ...ofSessions, ...this.#entryDrafts(ofSessions)];
    const safe = safeChanges(this.#document, drafts);
    const safeSet = new Set(safe);
    for (const draft of drafts)
      if (!safeSet.has(draft))
        this.#remarks.push(`${draft.label}: this cannot be changed safely, change it by hand.`);
    const changes = safe.map(
      ({ kind, label, range, edits }): AgendaChange => ({ kind, label, range, edits }),
    );
    return { changes: changes.sort((a, b) => a.range.start - b.range.start), remarks: this.#remarks };
  }

  #headDrafts(): readonly DraftChange[] {
    const { head } = this.#file;
    return head ? headChanges(head, this.#schedule) : [];
  }

  #sessionDrafts(): readonly DraftChange[] {
    const { sessions } = this.#agenda;
    if (this.#isLoose) return [];
    const ofFile =
      this.#file.sessions.length === 0 && hasDetails(sessions)
        ? sessionsOfFile(this.#file.entries, this.#matches, this.#schedule)
        : [];
    const wanted = [...sessions, ...ofFile].map(
      (session): WantedSession => ({
        ...session,
        kind: "session",
        day: session.date ?? this.#agenda.meeting.date,
      }),
    );
    const matches = this.#match(wanted, this.#file.sessions);
    const isListed = this.#file.sessions.length > 0 || hasDetails(sessions);
    const added = isListed ? wanted.filter((session) => !matches.has(session)) : [];
    return [
      ...[...matches].flatMap(([session, entry]) =>
        this.#changesOf(entry, (placed) => sessionChanges(placed, session, this.#schedule)),
      ),
      ...this.#missing(this.#file.sessions, matches, sessions.some(knowsDetails)),
      ...this.#insertions(
        "sessions",
        wanted,
        matches,
        added.map((session) => ({
          entry: session,
          label: `New session: ${nameInLabel(session.title)}`,
          keys: sessionKeys(session),
          kind: "sessions",
        })),
      ),
    ];
  }

  /** @param ofSessions the changes of `sessions` */
  #entryDrafts(ofSessions: readonly DraftChange[]): readonly DraftChange[] {
    const { entries, defaults } = this.#file;
    const wanted = this.#wanted;
    const matches = this.#matches;
    const present = new Set(matches.values());
    const added = wanted.filter((entry) => !matches.has(entry));
    const renames = ofSessions.filter(({ kind }) => kind === "renamed");
    const renamed = renamedSessions(safeChanges(this.#document, renames), this.#schedule, defaults);
    return [
      ...[...matches].flatMap(([entry, found]) =>
        this.#changesOf(found, (placed) => {
          // its session is one of the agenda, by another name
          const isRenamed = renamed(placed.summary) !== undefined;
          const schedule = isRenamed ? { ...this.#schedule, knowsSession: () => true } : this.#schedule;
          return entryChanges(placed, this.#forItem(entry), schedule);
        }),
      ),
      ...entries.flatMap((entry) => {
        const session = entry.placed && !present.has(entry) ? renamed(entry.placed.summary) : undefined;
        return entry.placed && session !== undefined ? followSession(entry.placed, session) : [];
      }),
      ...this.#missing(entries, matches, wanted.length > 0),
      ...this.#insertions(
        "contributions",
        wanted,
        matches,
        added.map((entry) => ({
          entry,
          label: `New${entry.kind === "break" ? " break" : ""}: ${startText(entry)}${nameInLabel(entry.title)}`,
          keys: entryKeys(this.#forNewItem(entry), this.#options.tag),
          kind: entry.kind === "break" ? "breaks" : "contributions",
        })),
      ),
    ];
  }

  /** A loose agenda does not change the session of an item. */
  #forItem(entry: WantedEntry): AgendaEntry {
    if (!this.#isLoose) return entry;
    const { session: _session, ...rest } = entry;
    return rest;
  }

  /** The entries of a loose agenda have their days and places even where they inherit them. */
  #forNewItem(entry: WantedEntry): AgendaEntry {
    if (!this.#isLoose) return entry;
    const { date, place, ...rest } = entry;
    const { defaultDay, defaultPlace } = this.#schedule;
    return {
      ...rest,
      ...(date !== undefined && date !== defaultDay(rest.session) && { date }),
      ...(place !== undefined && place !== defaultPlace(rest.session) && { place }),
    };
  }

  #match<Entry extends Matchable>(
    wanted: readonly Entry[],
    file: readonly FileEntry[],
  ): ReadonlyMap<Entry, FileEntry> {
    const days = { agenda: this.#agenda.meeting.date, file: this.#file.defaults.head?.date?.day };
    return matchEntries(wanted, file, { days, isLoose: this.#isLoose });
  }

  #changesOf(
    { placed, title }: FileEntry,
    changes: (placed: PlacedUnit) => readonly DraftChange[],
  ): readonly DraftChange[] {
    if (placed) return changes(placed);
    this.#remarks.push(`${nameInLabel(title)} cannot be read and was left as it is.`);
    return [];
  }

  /** Items that were in the agenda, which have an address of the event; a break may be one of the file alone. */
  #missing(
    file: readonly FileEntry[],
    matches: ReadonlyMap<unknown, FileEntry>,
    isComplete: boolean,
  ): readonly DraftChange[] {
    const { meeting, isPartial } = this.#agenda;
    const event = meeting.url === undefined ? undefined : eventKey(meeting.url);
    const present = new Set(matches.values());
    const others = file.filter((entry) => entry.kind !== "break" && !present.has(entry));
    if (isPartial && others.some(({ isMarked }) => !isMarked) && !this.#remarks.includes(notMarked))
      this.#remarks.push(notMarked);
    if (!isComplete || isPartial || event === undefined) return [];
    const addresses = new Set([...present].flatMap(({ url }) => (url === undefined ? [] : [pageKey(url)])));
    const isTwin = ({ url }: FileEntry): boolean => url !== undefined && addresses.has(pageKey(url));
    for (const { title } of others.filter(isTwin))
      this.#remarks.push(`${nameInLabel(title)} has the address of another item, and was left as it is.`);
    return others
      .filter((entry) => !isTwin(entry))
      .filter(({ url }) => url !== undefined && eventKey(url) === event)
      .flatMap(missingChange);
  }

  #insertions<Entry>(
    list: ListName,
    wanted: readonly Entry[],
    matches: ReadonlyMap<Entry, FileEntry>,
    added: readonly Addition<Entry>[],
  ): readonly DraftChange[] {
    if (added.length === 0) return [];
    const units = matches.size === 0 ? this.#unitsOf(list) : [];
    const last = units.at(-1);
    if (matches.size === 0 && !last) return this.#firstEntries(list, added);
    const byEntry = new Map(added.map((addition) => [addition.entry, addition]));
    const drafts: DraftChange[] = [];
    const waiting: Addition<Entry>[] = [];
    const hasGap = hasBlankLines(this.#document, list);
    let above = last;
    for (const entry of wanted) {
      const addition = byEntry.get(entry);
      const placed = matches.get(entry)?.placed;
      if (addition && above)
        drafts.push(...this.#beside(list, [addition], above, { isBefore: false, hasGap }));
      else if (addition) waiting.push(addition);
      else if (placed) {
        if (waiting.length > 0)
          drafts.push(...this.#beside(list, waiting.splice(0), placed, { isBefore: true, hasGap }));
        above = placed;
      }
    }
    for (const { label } of waiting)
      this.#remarks.push(`${label}: no item beside it can be read, add it by hand.`);
    return drafts;
  }

  #unitsOf(list: ListName): readonly PlacedUnit[] {
    const entries = list === "sessions" ? this.#file.sessions : this.#file.entries;
    return entries.flatMap(({ placed }) => placed ?? []);
  }

  #beside<Entry>(
    list: ListName,
    additions: readonly Addition<Entry>[],
    beside: PlacedUnit,
    { isBefore, hasGap }: { readonly isBefore: boolean; readonly hasGap: boolean },
  ): readonly DraftChange[] {
    return additions.flatMap(({ keys, kind, label }): readonly DraftChange[] => {
      const edit = insertBeside(this.#document, keys, beside, { isBefore, hasGap });
      if (!edit) {
        this.#remarks.push(`${label}: the list has a form that cannot be added to, add it by hand.`);
        return [];
      }
      const { titleRange } = beside.summary;
      const range = { start: beside.start + titleRange.start, end: beside.start + titleRange.end };
      const values: readonly NewValue[] = [{ kind, value: plainMap(keys) }];
      return [
        {
          kind: "new",
          label,
          range,
          edits: [edit],
          effect: { kind: "insertion", list, beside, isBefore, values },
        },
      ];
    });
  }

  /** The entries of an empty list, as one change. */
  #firstEntries<Entry>(list: ListName, added: readonly Addition<Entry>[]): readonly DraftChange[] {
    const entry = this.#document.entries().find((one) => one.entry.name === list);
    const hasUnreadable = (list === "sessions" ? this.#file.sessions : this.#file.entries).length > 0;
    const keys = added.map((one) => one.keys);
    const edit = hasUnreadable ? undefined : insertFirst(this.#document, list, keys, entry);
    const label = added.length === 1 ? (added[0]?.label ?? "") : `New: ${added.length} ${list}`;
    if (!edit) {
      this.#remarks.push(`${label}: the list has a form that cannot be added to, add it by hand.`);
      return [];
    }
    const range = entry ? rangeOfKey(entry) : headRange(this.#file);
    const values = added.map(({ kind, keys: written }): NewValue => ({ kind, value: plainMap(written) }));
    return [
      {
        kind: "new",
        label,
        range,
        edits: [edit],
        effect: { kind: "insertion", list, beside: undefined, isBefore: false, values },
      },
    ];
  }
}

interface Addition<Entry> {
  readonly entry: Entry;
  readonly label: string;
  readonly keys: readonly WrittenKey[];
  readonly kind: NewValue["kind"];
}

function startText({ start }: AgendaEntry): string {
  return start === undefined ? "" : `${timeOfDay(start)} `;
}

function rangeOfKey({
  start,
  entry,
}: {
  readonly start: number;
  readonly entry: { readonly key: { readonly range?: readonly number[] | null } };
}): Range {
  const [from = 0, to = 0] = entry.key.range ?? [];
  return { start: start + from, end: start + to };
}

function headRange({ head }: FileEntries): Range {
  if (!head) return { start: 0, end: 0 };
  const { titleRange } = head.summary;
  return { start: head.start + titleRange.start, end: head.start + titleRange.end };
}
