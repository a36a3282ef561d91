/** What an arrangement is made of. */
import type { NotedItem } from "../read/model";

export const arrangements = ["theme", "agenda", "community"] as const;
export type By = (typeof arrangements)[number];

export interface Arrangement {
  readonly by: By;
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
  /** given to it, where that is known */
  readonly minutes?: number;
  readonly entries: readonly Entry[];
}

export type Entry = ItemEntry | Gap;

export interface ItemEntry {
  readonly kind: "item";
  /** unique within the arrangement; the item's key where it stands in full */
  readonly id: string;
  readonly item: NotedItem;
  /** the title of the section where it stands in full, if that is not here */
  readonly seeAlso?: string;
  /** it starts before another is over */
  readonly overlap?: Overlap;
}

interface Overlap {
  /** the other's title */
  readonly title: string;
  /** when the other is over, in minutes after midnight */
  readonly until: number;
}

/** Nothing is planned between two times, in minutes after midnight. */
export interface Gap {
  readonly kind: "gap";
  readonly start: number;
  readonly end: number;
}

/** The items in full, each by its key. */
export function inFull(items: readonly NotedItem[]): readonly ItemEntry[] {
  return items.map((item) => ({ kind: "item", id: item.key, item }));
}
