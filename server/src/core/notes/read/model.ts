import type { ItemList } from "../../schema/itemKinds";

/** Lines are those of the file, 1-based. */
export interface Place {
  readonly line: number;
  /** of its last text */
  readonly endLine: number;
}

export interface Notes {
  readonly meeting: MeetingHead;
  /** contributions, then surveys, then discussion, each in the file's order */
  readonly items: readonly NotedItem[];
  /** parts of the file outside the items that cannot be read, such as a broken head */
  readonly unread: readonly Unread[];
  /** errors that stand neither in an item nor in what cannot be read */
  readonly problems: readonly Problem[];
  /** every theme of the catalogue, in its order */
  readonly themes: readonly ThemeTime[];
  /** ISO 8601; actions due before are overdue */
  readonly today: string;
}

export interface MeetingHead extends Partial<Place> {
  /** empty where there is none */
  readonly title: string;
  /** as it is written */
  readonly date?: string;
  readonly series?: string;
  readonly chairs: readonly string[];
  readonly place?: string;
  readonly timezone?: TimeZone;
  readonly url?: string;
  /** Markdown */
  readonly context?: string;
}

interface TimeZone {
  /** IANA name, as it is written */
  readonly name: string;
  readonly isKnown: boolean;
}

export interface NotedItem extends Place {
  readonly kind: ItemList;
  /** unique within the meeting, and the same as long as the item keeps its title */
  readonly key: string;
  /** empty where there is none */
  readonly title: string;
  /** a survey's number of the question */
  readonly code?: string;
  readonly speakers: readonly string[];
  /** by the catalogue's name for it, where it has one */
  readonly community?: string;
  readonly themes: readonly NotedTheme[];
  /** what it says of its themes: some, `none` on purpose, or nothing yet */
  readonly tagged: "themes" | "none" | "untagged";
  /** minutes after the midnight that begins the meeting's day */
  readonly start?: number;
  /** may be past the next midnight */
  readonly end?: number;
  /** minutes */
  readonly duration?: number;
  /** an http or https address */
  readonly url?: string;
  /** Markdown */
  readonly notes?: string;
  readonly survey?: Survey;
  readonly decisions: readonly string[];
  readonly actions: readonly Action[];
  /** true where its text cannot be read: then it has what its text gives away, and `source` */
  readonly isBroken: boolean;
  /** what stands in the file, of a broken item */
  readonly source?: string;
  /** errors in it, in words */
  readonly problems: readonly Problem[];
}

/** A reference of an item, resolved; one the catalogue does not have is known by its text alone. */
export interface NotedTheme {
  /** as it is written */
  readonly ref: string;
  /** nothing where the catalogue has no such theme; of an unknown topic its theme */
  readonly theme?: Named;
  readonly topic?: Named;
}

export interface Named {
  readonly id: string;
  readonly title: string;
}

export interface ThemeTime extends Named {
  readonly items: number;
  /** an item's duration is shared equally among its themes */
  readonly minutes: number;
}

export interface Survey {
  /** how many responded */
  readonly responses?: number;
  readonly answers: readonly Answer[];
}

export interface Answer {
  readonly answer: string;
  readonly count?: number;
  /** from 0 to 1, of the responses, or of all answers where nothing says how many responded */
  readonly share?: number;
}

export interface Action {
  readonly text: string;
  readonly owner?: string;
  /** as it is written */
  readonly due?: string;
  readonly status: "open" | "done";
  readonly isOverdue: boolean;
}

export interface Unread extends Place {
  readonly source: string;
  readonly problems: readonly Problem[];
}

export interface Problem {
  readonly line: number;
  readonly message: string;
}
