/** What a block caches of each of its items: as much as rules across items, and features at each keystroke, need. */
import { isMap } from "yaml";
import type { UnitKind } from "../schema/itemKinds";
import type { Range } from "../text/range";
import { Item } from "./item";
import type { Unit } from "./parseBlock";

/** Plain values of an item as `Item` reads them; it holds no nodes. */
export interface Summary {
  readonly kind: UnitKind;
  /** the whole unit, as all ranges here relative to its block */
  readonly range: Range;
  readonly title: string;
  /** the same for two items of one list with one title, in upper or lower case; empty where there is no title */
  readonly nameKey: string;
  readonly titleRange: Range;
  /** theme references as written */
  readonly themes: readonly string[];
  /** true where it says `themes: none` */
  readonly isNone: boolean;
  readonly isUntagged: boolean;
  /** names of speakers, chairs and owners, as they are written */
  readonly people: readonly string[];
  readonly community?: string;
  /** minutes after midnight */
  readonly start?: { readonly minute: number; readonly range: Range };
  /** minutes */
  readonly duration?: number;
}

export function summarise(unit: Unit): Summary {
  const item = new Item(unit);
  const { kind, range, title, titleRange, themes, isNone, isUntagged, people, start, duration } = item;
  const community = item.text("community");
  return {
    kind,
    range,
    title,
    nameKey: title && isMap(unit.node) ? `${kind} ${title.toLowerCase()}` : "",
    titleRange,
    themes,
    isNone,
    isUntagged,
    people,
    ...(community !== undefined && { community }),
    ...(start !== undefined && { start: { minute: start, range: item.rangeOf("start") ?? range } }),
    ...(duration !== undefined && { duration }),
  };
}
