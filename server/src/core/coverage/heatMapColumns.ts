/** The columns of a heat map of one meeting: items, or groups of items where the items do not fit. */

import type { MeetingDocument } from "../analysis/meetingDocument";
import { dayOf, scheduleDefaults } from "../document/itemDay";
import { groupBy } from "../text/groupBy";
import { singleLineLabel } from "../text/singleLineLabel";

export interface HeatMapItem {
  readonly title: string;
  /** first line of the item, 0-based */
  readonly line: number;
  readonly session?: string;
  /** ISO 8601 */
  readonly day?: string;
  readonly community?: string;
}

export interface HeatMapColumn {
  readonly label: string;
  /** indexes into the items of the meeting, not empty */
  readonly items: readonly number[];
}

export interface HeatMapColumns {
  /** what a column is: `Item`, `Session`, `Day` or `Community` */
  readonly name: string;
  readonly columns: readonly HeatMapColumn[];
}

/** The items of a meeting in the file's order, as `coverageOf` counts them. */
export function heatMapItems(document: MeetingDocument): readonly HeatMapItem[] {
  const defaults = scheduleDefaults(document.units().map(({ summary }) => summary));
  return document.items().map(({ start, summary }) => {
    const [session, day] = [summary.session?.title, dayOf(summary, defaults)];
    const community = document.vocabulary.communityName(summary.community ?? "");
    return {
      title: singleLineLabel(summary.title || "(no title)"),
      line: document.lineColumnOf(start + summary.titleRange.start).line,
      ...(session !== undefined && { session }),
      ...(day !== undefined && { day }),
      ...(community !== undefined && { community }),
    };
  });
}

/**
 * The finest columns that fit: items, sessions, days or communities; if none do, runs of items in the file's order.
 * @param max number of columns that fit
 */
export function heatMapColumns(items: readonly HeatMapItem[], max: number): HeatMapColumns {
  const groups: readonly HeatMapColumns[] = [
    { name: "Item", columns: items.map(({ title }, index) => ({ label: title, items: [index] })) },
    { name: "Session", columns: groupedBy(items, ({ session }) => session) },
    { name: "Day", columns: groupedBy(items, ({ day }) => day) },
    { name: "Community", columns: groupedBy(items, ({ community }) => community) },
  ];
  const fitting = groups.find(({ name, columns }, index) => {
    const isGroup = index === 0 || columns.length >= (name === "Community" ? 1 : 2);
    return isGroup && columns.length <= max;
  });
  return fitting ?? { name: "Items", columns: runsOf(items.length, max) };
}

function groupedBy(
  items: readonly HeatMapItem[],
  labelOf: (item: HeatMapItem) => string | undefined,
): readonly HeatMapColumn[] {
  const indexes = items.flatMap((item, index) => (labelOf(item) === undefined ? [] : index));
  const groups = groupBy(indexes, (index) => labelOf(items[index] as HeatMapItem) as string);
  return [...groups].map(([label, inGroup]) => ({ label: singleLineLabel(label), items: inGroup }));
}

/** `1–10`, `11–20` and so on. */
function runsOf(count: number, max: number): readonly HeatMapColumn[] {
  const size = Math.ceil(count / max);
  return Array.from({ length: Math.ceil(count / size) }, (_, run) => {
    const first = run * size;
    const indexes = Array.from({ length: Math.min(size, count - first) }, (__, at) => first + at);
    const last = first + indexes.length;
    return { label: first + 1 === last ? String(last) : `${first + 1}–${last}`, items: indexes };
  });
}
