/** The cached values of an item: those that cross-item rules, and features at each keystroke, need. */
import { isMap, isScalar } from "yaml";
import type { UnitKind } from "../schema/itemKinds";
import type { Range } from "../text/range";
import { isCalendarDate } from "../time/calendarDate";
import { entriesOf, isEmpty, pairOf, rangeOf, stringOf } from "../yaml/nodes";
import { Item } from "./item";
import type { Unit } from "./parseBlock";
import { asText } from "./plainValues";
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
  /** the day of its own key `date`, if that is a date of the calendar; `dayOf` returns the day of an item */
  readonly date?: SummaryDate;
  /** of the meeting head */
  readonly endDate?: SummaryDate;
  /** the title of its session, as written in one line */
  readonly session?: { readonly title: string; readonly range: Range };
  readonly place?: string;
  /** its actions with an `id` or `closed` */
  readonly actions?: readonly ActionSummary[];
}

/** The values of an action that are compared with those of other items. */
export interface ActionSummary {
  readonly id?: string;
  readonly idRange?: Range;
  /** the day of `closed` in an action without `since` */
  readonly closed?: SummaryDate;
}

/** A date of the calendar. */
export interface SummaryDate {
  /** YYYY-MM-DD */
  readonly day: string;
  readonly range: Range;
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
  const [community, session, place] = [item.text("community"), item.text("session"), item.text("place")];
  const [date, endDate] = [dateIn(item, "date"), dateIn(item, "endDate")];
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
    ...(date && { date }),
    ...(endDate && { endDate }),
    ...(session !== undefined && {
      session: { title: session, range: item.rangeOf("session") ?? range },
    }),
    ...(place !== undefined && { place }),
    ...actionsIn(unit),
  };
}

function actionsIn({ kind, node }: Unit): Pick<ItemSummary, "actions"> {
  const maps = kind === "actions" ? [node] : entriesOf(pairOf(node, "actions")?.value);
  const actions = maps.flatMap((map): readonly ActionSummary[] => {
    const [id, closed, since] = ["id", "closed", "since"].map((key) => pairOf(map, key)?.value);
    const [number, day] = [isScalar(id) ? asText(id.value) : undefined, stringOf(closed)];
    const isClosed = closed && day !== undefined && isCalendarDate(day) && isEmpty(since);
    if (number === undefined && !isClosed) return [];
    return [
      {
        ...(number !== undefined && id && { id: number, idRange: rangeOf(id) }),
        ...(isClosed && { closed: { day, range: rangeOf(closed) } }),
      },
    ];
  });
  return actions.length > 0 ? { actions } : {};
}

function dateIn(item: Item, key: "date" | "endDate"): SummaryDate | undefined {
  const day = item.text(key);
  return day !== undefined && isCalendarDate(day)
    ? { day, range: item.rangeOf(key) ?? item.range }
    : undefined;
}

/** The times of a summary as the timetable uses them; the start is a time of day. */
export function plannedTime({ start, duration }: Pick<ItemSummary, "start" | "duration">): PlannedTime {
  return { start: start?.minute, duration };
}
