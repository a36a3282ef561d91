/** The days and places of the meeting and its sessions once the file follows the agenda. */
import { comparableSession } from "../../document/itemDay";
import type { Agenda, AgendaSession } from "../agenda";
import type { FileEntries } from "./fileEntries";
import { type SourceLists, sourceLists } from "./sourceLists";

export interface Schedule {
  readonly agenda: Agenda;
  /** true for an agenda that knows the sessions and places of its entries in part, and their titles without formulas */
  readonly isLoose: boolean;
  readonly lists: SourceLists;
  /** the value of an entry without its own value; undefined if neither the agenda nor the file says it */
  readonly defaultDay: (session: string | undefined) => string | undefined;
  readonly defaultPlace: (session: string | undefined) => string | undefined;
  /** the place of a session without its own; undefined if the agenda does not say it */
  readonly placeAround: (session: AgendaSession) => string | undefined;
  /** the same by the agenda alone */
  readonly agendaDay: (session: string | undefined) => string | undefined;
  readonly agendaPlace: (session: string | undefined) => string | undefined;
  /** true for a session of the agenda */
  readonly knowsSession: (session: string) => boolean;
  /** true if the agenda has a start, or a separate place, for any entry: then an entry without one has none; false for a partial agenda */
  readonly hasStarts: boolean;
  readonly hasPlaces: boolean;
}

/** True for a source such as a text, whose sessions may be titles of their parts. */
export function isLoose({ isPartial, sessions }: Agenda): boolean {
  return isPartial === true && !sessions.some(({ isComplete }) => isComplete);
}

/** False for a session with nothing but a title. */
export function knowsDetails(session: AgendaSession): boolean {
  const { isComplete, date, start, duration, place, url, conveners } = session;
  const hasDetails = [date, start, duration, place, url].some((value) => value !== undefined);
  return isComplete === true || hasDetails || conveners.length > 0;
}

export function scheduleOf(agenda: Agenda, { defaults }: FileEntries): Schedule {
  const { meeting, sessions, entries } = agenda;
  const byTitle = new Map<string, AgendaSession>();
  for (const session of sessions) {
    const key = comparableSession(session.title);
    if (!byTitle.has(key)) byTitle.set(key, session);
  }
  const inAgenda = (title: string | undefined): AgendaSession | undefined =>
    title === undefined ? undefined : byTitle.get(comparableSession(title));
  // of a session that only its entries name, the file may know more
  const detailed = (title: string | undefined): AgendaSession | undefined => {
    const session = inAgenda(title);
    return session && knowsDetails(session) ? session : undefined;
  };
  const inFile = (title: string | undefined) =>
    title === undefined ? undefined : defaults.sessions.get(comparableSession(title))?.[0];
  const sessionNames = new Set([
    ...byTitle.keys(),
    ...entries.flatMap(({ session }) => (session === undefined ? [] : [comparableSession(session)])),
  ]);
  const headDay = meeting.date ?? defaults.head?.date?.day;
  const headPlace = meeting.place ?? defaults.head?.place;
  const isPartial = isLoose(agenda);
  const hasPlaces = !isPartial && [...entries, ...sessions].some(({ place }) => place !== undefined);
  const placeAround = ({ isComplete }: AgendaSession): string | undefined =>
    hasPlaces || isComplete ? meeting.place : undefined;
  return {
    agenda,
    isLoose: isPartial,
    lists: sourceLists(agenda),
    defaultDay: (session) => {
      const around = detailed(session);
      const known = around && (around.date ?? meeting.date);
      return known ?? inFile(session)?.date?.day ?? headDay;
    },
    defaultPlace: (session) => {
      const around = detailed(session);
      const known = around && (around.place ?? placeAround(around));
      return known ?? inFile(session)?.place ?? headPlace;
    },
    placeAround,
    agendaDay: (session) => (isPartial ? undefined : (inAgenda(session)?.date ?? meeting.date)),
    agendaPlace: (session) => inAgenda(session)?.place ?? meeting.place,
    knowsSession: (session) => !isPartial && sessionNames.has(comparableSession(session)),
    hasStarts: !isPartial && entries.some(({ start }) => start !== undefined),
    hasPlaces,
  };
}
