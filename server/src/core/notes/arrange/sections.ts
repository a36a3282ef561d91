/** The types of an arrangement. */
import type { Person } from "../../document/persons";
import type { NotesBreak, NotesItem } from "../read/notes";

export const arrangements = ["theme", "agenda", "community"] as const;
export type ArrangeBy = (typeof arrangements)[number];

export interface Arrangement {
  readonly by: ArrangeBy;
  /** none of them empty, except for sessions without contributions */
  readonly sections: readonly Section[];
}

export interface Section {
  /** unique within the arrangement */
  readonly id: string;
  readonly kind:
    | "theme"
    | "community"
    | "agenda"
    | "session"
    | "contributions"
    | "surveys"
    | "discussion"
    | "unknown"
    | "untagged"
    | "none"
    | "broken";
  readonly title: string;
  /** ISO 8601; only if the meeting has several days */
  readonly day?: string;
  /** of a section of the kind `session` */
  readonly session?: SessionSlot;
  /** equal for sessions that follow each other and run at the same time */
  readonly parallel?: number;
  /** total minutes, if known */
  readonly minutes?: number;
  readonly entries: readonly Entry[];
}

/** A session without interruption: the whole session, or one of its slots. */
export interface SessionSlot {
  readonly title: string;
  /** minutes after the midnight that begins its day */
  readonly start?: number;
  readonly end?: number;
  readonly place?: string;
  readonly conveners: readonly Person[];
  readonly url?: string;
  /** Markdown */
  readonly notes?: string;
  /** true if an earlier section has the same session */
  readonly isContinued: boolean;
}

export type Entry = ItemEntry | BreakEntry | Gap;

export interface ItemEntry {
  readonly kind: "item";
  /** unique within the arrangement; the item's key if the item is listed in full */
  readonly id: string;
  readonly item: NotesItem;
  /** title of the section that lists the item in full, if it is another one */
  readonly seeAlso?: string;
  /** set if the item starts before another one ends */
  readonly overlap?: Overlap;
  /** the day and the session of the item, as far as the section does not name them */
  readonly where?: readonly string[];
}

interface BreakEntry {
  readonly kind: "break";
  readonly entry: NotesBreak;
}

interface Overlap {
  /** title of the other item */
  readonly title: string;
  /** end of the other item, in minutes after midnight */
  readonly until: number;
}

/** A free period between two items, in minutes after midnight. */
export interface Gap {
  readonly kind: "gap";
  readonly start: number;
  readonly end: number;
}

/** The items in full, each by its key. */
export function fullEntries(items: readonly NotesItem[]): readonly ItemEntry[] {
  return items.map((item) => ({ kind: "item", id: item.key, item }));
}
