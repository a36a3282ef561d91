/**
 * The agenda of a meeting as plain values, whatever it was read from: an export of Indico, a calendar, a page or a text.
 *
 * Texts are one line without control characters, trimmed and not empty, except for Markdown. Dates are
 * ISO 8601 in the zone of the meeting, starts are minutes after midnight there, durations are minutes.
 */

import type { Person } from "../document/persons";

export interface Agenda {
  readonly meeting: AgendaMeeting;
  /** each once, by title; a session with several slots has the details that its slots share */
  readonly sessions: readonly AgendaSession[];
  /** by day and start; those without a start are after the others */
  readonly entries: readonly AgendaEntry[];
  /** what was left out or is uncertain: sentences for the person who imports */
  readonly remarks: readonly string[];
  /**
   * The source cannot know all sessions and entries, or knows them by other titles: an update of a file takes no sessions
   * from it, and what it lacks is not taken for removed.
   */
  readonly isPartial?: true;
  /** The lists that the source has in full: an entry that is not there was removed, and an empty list has none. */
  readonly completeLists?: readonly CompleteList[];
}

/** Lists of the meeting (`chairs`), of all entries (`speakers`, `parts`), or of both (`links`). */
export type CompleteList = "chairs" | "links" | "parts" | "speakers";

/** A text without a head, such as lines of a mail, has no title and no date. */
export interface AgendaMeeting {
  readonly title?: string;
  readonly date?: string;
  /** only if the meeting has several days */
  readonly endDate?: string;
  readonly chairs: readonly Person[];
  readonly place?: string;
  /** IANA name */
  readonly timezone?: string;
  /** https, or http on the loopback interface */
  readonly url?: string;
  readonly links: readonly AgendaLink[];
  readonly nextMeeting?: string;
  /** Markdown */
  readonly context?: string;
}

export interface AgendaLink {
  readonly title: string;
  readonly url: string;
}

export interface AgendaSession {
  readonly title: string;
  readonly date?: string;
  readonly start?: number;
  readonly duration?: number;
  readonly place?: string;
  readonly conveners: readonly Person[];
  readonly url?: string;
  /** The source has all details of its slots: a start that is not there differs between them, and it has no other conveners. */
  readonly isComplete?: true;
}

export type AgendaEntry = AgendaContribution | AgendaBreak;

interface Timed {
  readonly title: string;
  /** title of a session */
  readonly session?: string;
  /** only where it is not that of the session, or of the meeting */
  readonly date?: string;
  readonly start?: number;
  readonly duration?: number;
  /** only where it is not that of the session, or of the meeting */
  readonly place?: string;
}

export interface AgendaBreak extends Timed {
  readonly kind: "break";
}

export interface AgendaContribution extends Timed {
  readonly kind: "contribution";
  readonly speakers: readonly Person[];
  readonly url?: string;
  readonly links: readonly AgendaLink[];
  /** Markdown */
  readonly abstract?: string;
  readonly parts: readonly AgendaPart[];
}

export interface AgendaPart {
  readonly title: string;
  readonly speakers: readonly Person[];
  readonly duration?: number;
  readonly url?: string;
  readonly links: readonly AgendaLink[];
  /** Markdown */
  readonly abstract?: string;
}

/** An agenda, or a sentence with the reason why it cannot be read. */
export type AgendaReading = { readonly agenda: Agenda } | { readonly problem: string };
