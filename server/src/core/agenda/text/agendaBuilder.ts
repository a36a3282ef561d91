/** An agenda that is made line by line. */
import type { Person } from "../../document/persons";
import type { AgendaLink } from "../agenda";
import type { LineTime } from "../lines/lineTime";

export interface BuiltPart {
  title: string;
  speakers: Person[];
  duration?: number;
  url?: string;
  links: AgendaLink[];
}

export interface BuiltEntry {
  title: string;
  speakers: Person[];
  chairs: Person[];
  links: AgendaLink[];
  parts: BuiltPart[];
  abstract: string[];
  /** columns before the entry's line, and before its text */
  indent: number;
  hasBullet: boolean;
  isBreak: boolean;
  hasEnd: boolean;
  isWeak: boolean;
  /** true if the duration is written beside the end */
  hasOwnDuration: boolean;
  /** true if the entry is the heading of a session: it is no contribution */
  isSession: boolean;
  session?: string;
  date?: string;
  start?: number;
  duration?: number;
  place?: string;
  url?: string;
}

export interface BuiltSession {
  title: string;
  conveners: Person[];
  date?: string;
  start?: number;
  duration?: number;
  place?: string;
  url?: string;
}

interface BuiltHead {
  title?: string;
  date?: string;
  endDate?: string;
  place?: string;
  timezone?: string;
  url?: string;
  nextMeeting?: string;
  chairs: Person[];
  links: AgendaLink[];
}

export interface BuiltAgenda {
  head: BuiltHead;
  sessions: BuiltSession[];
  entries: BuiltEntry[];
  hasLabel: boolean;
  isYearGuessed: boolean;
  isYearMissing: boolean;
}

export function emptyEntry(indent: number): BuiltEntry {
  return {
    ...{ title: "", speakers: [], chairs: [], links: [], parts: [], abstract: [], indent },
    ...{
      hasBullet: false,
      isBreak: false,
      hasEnd: false,
      isWeak: false,
      hasOwnDuration: false,
      isSession: false,
    },
  };
}

/** Sets the time; of several readings the first one that is not before the entry above. */
export function setTime(entry: BuiltEntry, time: LineTime, previous: number | undefined): void {
  const [first] = time.starts;
  const chosen = time.starts.find(({ start }) => previous === undefined || start >= previous) ?? first;
  if (!chosen) return;
  entry.start = chosen.start;
  if (chosen.duration !== undefined && chosen.duration > 0) entry.duration = chosen.duration;
  entry.hasEnd = time.hasEnd;
  entry.isWeak = time.isWeak;
}
