/** The types of an arrangement. */
import type { NotesItem } from "../read/notes";

export const arrangements = ["theme", "agenda", "community"] as const;
export type ArrangeBy = (typeof arrangements)[number];

export interface Arrangement {
  readonly by: ArrangeBy;
  /** none of them empty */
  readonly sections: readonly Section[];
}

export interface Section {
  /** unique within the arrangement */
  readonly id: string;
  readonly kind:
    | "theme"
    | "community"
    | "agenda"
    | "contributions"
    | "surveys"
    | "discussion"
    | "unknown"
    | "untagged"
    | "none"
    | "broken";
  readonly title: string;
  /** total minutes, if known */
  readonly minutes?: number;
  readonly entries: readonly Entry[];
}

export type Entry = ItemEntry | Gap;

export interface ItemEntry {
  readonly kind: "item";
  /** unique within the arrangement; the item's key if the item is listed in full */
  readonly id: string;
  readonly item: NotesItem;
  /** title of the section that lists the item in full, if it is another one */
  readonly seeAlso?: string;
  /** set if the item starts before another one ends */
  readonly overlap?: Overlap;
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
