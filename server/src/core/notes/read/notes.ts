import type { ItemLink } from "../../document/item";
import type { ItemAction } from "../../document/itemActions";
import type { InNotes } from "../../document/itemShorthand";
import type { Person } from "../../document/persons";
import type { ItemList } from "../../schema/itemKinds";
import type { ActionReport } from "../../shorthand/actionReports";

/** Lines are those of the file, 1-based. */
export interface LineRange {
  readonly line: number;
  /** line of its last non-blank text */
  readonly endLine: number;
}

export interface Notes {
  readonly meeting: MeetingHead;
  /** contributions, then surveys, then discussion, each in the file's order */
  readonly items: readonly NotesItem[];
  /** in the file's order */
  readonly sessions: readonly NotesSession[];
  /** in the file's order */
  readonly breaks: readonly NotesBreak[];
  /** the keys of contributions and breaks, in the file's order */
  readonly agenda: readonly string[];
  /** decisions of the meeting as a whole */
  readonly decisions: readonly string[];
  /** actions of the meeting as a whole, those carried over among them */
  readonly actions: readonly Action[];
  /** parts of the file outside items that do not parse, such as the meeting head */
  readonly unread: readonly UnreadablePart[];
  /** errors outside items and outside unparsable parts */
  readonly problems: readonly Problem[];
  /** every theme of the catalogue, in its order */
  readonly themes: readonly ThemeTotals[];
  /** ISO 8601; actions due before are overdue */
  readonly today: string;
}

export interface MeetingHead extends Partial<LineRange> {
  /** empty if there is no title */
  readonly title: string;
  /** as written */
  readonly date?: string;
  /** as written; the last day of a meeting of several days */
  readonly endDate?: string;
  readonly series?: string;
  readonly chairs: readonly Person[];
  readonly minuteTakers: readonly Person[];
  readonly attendees: readonly Person[];
  readonly apologies: readonly Person[];
  readonly status?: MeetingStatus;
  readonly place?: string;
  readonly timezone?: TimeZone;
  readonly url?: string;
  readonly links: readonly ItemLink[];
  /** as written */
  readonly nextMeeting?: string;
  /** Markdown */
  readonly context?: string;
}

export const meetingStatuses = ["draft", "final"] as const;

export type MeetingStatus = (typeof meetingStatuses)[number];

interface TimeZone {
  /** IANA name, as written */
  readonly name: string;
  readonly isKnown: boolean;
}

/** A day in ISO 8601, if it is known, and the times of that day. */
export interface TimeSlot {
  /** the day of the entry, else of its session, else of the meeting */
  readonly date?: string;
  /** minutes after the midnight that begins the day */
  readonly start?: number;
  /** may be past the next midnight */
  readonly end?: number;
  /** minutes */
  readonly duration?: number;
}

/** An entry of `sessions`. */
export interface NotesSession extends LineRange, TimeSlot {
  /** unique within the meeting */
  readonly key: string;
  /** empty if there is no title */
  readonly title: string;
  readonly place?: string;
  readonly conveners: readonly Person[];
  readonly url?: string;
  /** Markdown: the words of unknown keys */
  readonly notes?: string;
}

/** An entry of `contributions` that is a break. */
export interface NotesBreak extends LineRange, TimeSlot {
  readonly kind: "breaks";
  /** unique within the meeting */
  readonly key: string;
  readonly title: string;
  /** title of its session */
  readonly session?: string;
  /** where it differs from that of its session or of the meeting */
  readonly place?: string;
  /** Markdown: the words of unknown keys */
  readonly notes?: string;
}

export interface NotesItem extends LineRange, TimeSlot {
  readonly kind: ItemList;
  /** unique within the meeting, and the same as long as the item keeps its title */
  readonly key: string;
  /** empty if there is no title */
  readonly title: string;
  /** a survey's number of the question */
  readonly code?: string;
  /** title of its session */
  readonly session?: string;
  readonly speakers: readonly Person[];
  /** the catalogue's name of it, if it has one */
  readonly community?: string;
  readonly themes: readonly NotesTheme[];
  /** `themes`: it has some; `none`: it has none on purpose; `untagged`: not set yet */
  readonly tagged: "themes" | "none" | "untagged";
  /** where it differs from that of its session or of the meeting */
  readonly place?: string;
  /** an http or https address */
  readonly url?: string;
  readonly links: readonly ItemLink[];
  /** Markdown */
  readonly abstract?: string;
  /** Markdown */
  readonly notes?: string;
  readonly parts: readonly Part[];
  readonly survey?: Survey;
  readonly decisions: readonly string[];
  readonly actions: readonly Action[];
  readonly inNotes: InNotes;
  /** what its notes say about actions by their number */
  readonly reports: readonly ActionReport[];
  /** true if its text does not parse: then it has the values that could be recovered, and `source` */
  readonly isBroken: boolean;
  /** the text of an item that does not parse */
  readonly source?: string;
  /** messages of the errors in it */
  readonly problems: readonly Problem[];
}

/** A part of a contribution. */
export interface Part {
  /** empty if there is no title */
  readonly title: string;
  readonly speakers: readonly Person[];
  /** minutes */
  readonly duration?: number;
  /** an http or https address */
  readonly url?: string;
  readonly links: readonly ItemLink[];
  /** Markdown */
  readonly abstract?: string;
  /** Markdown */
  readonly notes?: string;
  /** in its notes, as in those of its contribution */
  readonly decisions: readonly string[];
  /** in its notes, as in those of its contribution */
  readonly actions: readonly Action[];
  readonly reports: readonly ActionReport[];
}

/** A resolved theme reference of an item; an unknown reference has only its text. */
export interface NotesTheme {
  /** as written */
  readonly ref: string;
  /** undefined if the theme is not in the catalogue; for an unknown topic, the theme of the reference */
  readonly theme?: NamedSubject;
  readonly topic?: NamedSubject;
}

export interface NamedSubject {
  readonly id: string;
  readonly title: string;
}

export interface ThemeTotals extends NamedSubject {
  readonly items: number;
  /** an item's duration is shared equally among its themes */
  readonly minutes: number;
}

export interface Survey {
  /** number of people who responded */
  readonly responses?: number;
  readonly answers: readonly Answer[];
}

export interface Answer {
  readonly answer: string;
  readonly count?: number;
  /** 0 to 1, of the responses; of all answers if the number of responses is unknown */
  readonly share?: number;
}

export interface Action extends Omit<ItemAction, "text" | "unknownKeys"> {
  /** with the words of unknown keys */
  readonly text: string;
  readonly isOverdue: boolean;
}

export interface UnreadablePart extends LineRange {
  readonly source: string;
  readonly problems: readonly Problem[];
}

export interface Problem {
  readonly line: number;
  readonly message: string;
  /** the lines of a value that could not be read, as one line */
  readonly source?: string;
}
