/** The cached values of an item: those that cross-item rules, and features at each keystroke, need. */
import { isMap } from "yaml";
import type { UnitKind } from "../schema/itemKinds";
import type { Range } from "../text/range";
import { Item } from "./item";
import type { Unit } from "./parseBlock";
import type { PlannedTime } from "./timetable";

/** Plain values of an item, as read by `Item`; without nodes. */
export interface ItemSummary {
  readonly kind: UnitKind;
  /** the whole unit; all ranges here are relative to its block */
  readonly range: Range;
  readonly title: string;
  /** equal for two items of one list with the same title, ignoring case; empty without a title */
  readonly comparableTitle: string;
  readonly titleRange: Range;
  /** theme references as written */
  readonly themes: readonly string[];
  /** true for `themes: none` */
  readonly hasThemesNone: boolean;
  readonly isUntagged: boolean;
  /** names of speakers, chairs and owners, as written */
  readonly people: readonly string[];
  readonly community?: string;
  /** minutes after midnight */
  readonly start?: { readonly minute: number; readonly range: Range };
  /** minutes */
  readonly duration?: number;
  readonly durationRange?: Range;
}

export function summarise(unit: Unit): ItemSummary {
  const item = new Item(unit);
  const {
    kind,
    range,
    title,
    titleRange,
    themes,
    hasThemesNone: isNone,
    isUntagged,
    people,
    start,
    duration,
  } = item;
  const community = item.text("community");
  return {
    kind,
    range,
    title,
    comparableTitle:
      title && isMap(unit.node) && kind !== "breaks" && kind !== "actions"
        ? `${kind} ${title.toLowerCase()}`
        : "",
    titleRange,
    themes,
    hasThemesNone: isNone,
    isUntagged,
    people,
    ...(community !== undefined && { community }),
    ...(start !== undefined && { start: { minute: start, range: item.rangeOf("start") ?? range } }),
    ...(duration !== undefined && { duration, durationRange: item.rangeOf("duration") ?? range }),
  };
}

/** The times of a summary as the timetable uses them; the start is a time of day. */
export function plannedTime({ start, duration }: Pick<ItemSummary, "start" | "duration">): PlannedTime {
  return { start: start?.minute, duration };
}
