/** What coverage needs to know of one item. */

import type { MeetingDocument } from "../analysis/meetingDocument";
import type { Vocabulary } from "../catalogue/vocabulary";
import type { PlacedItem } from "../document/blockDocument";
import { oneLine } from "../text/labelText";
import type { Column } from "./model";

export interface CoveredItem {
  readonly column: Column;
  /** which of the columns it counts in */
  readonly at: number;
  readonly community?: string;
  readonly minutes: number;
  /** minutes for each theme and topic it speaks to, by reference */
  readonly shares: ReadonlyMap<string, number>;
  /** references the catalogue does not have */
  readonly unknown: readonly string[];
  readonly isUntagged: boolean;
}

/** @param bySeries true where a column is a meeting; else each item is a column of its own */
export function itemsOf(
  document: MeetingDocument,
  meeting: number,
  bySeries: boolean,
): readonly CoveredItem[] {
  return document.items().map((item, index) => {
    const at = bySeries ? meeting : index;
    return { ...readItem(item, document.vocabulary), at, isUntagged: item.summary.isUntagged };
  });
}

function readItem({ summary }: PlacedItem, vocabulary: Vocabulary): Omit<CoveredItem, "at" | "isUntagged"> {
  const community = vocabulary.communityName(summary.community ?? "");
  const minutes = summary.duration ?? 0;
  // `security/no-such-topic` still speaks to `security`
  const known = summary.themes.flatMap((ref) => vocabulary.resolveTheme(ref)?.ref ?? []);
  return {
    column: { kind: summary.kind, title: summary.title || "(no title)" },
    ...(community !== undefined && { community }),
    minutes,
    shares: sharesOf(known, minutes),
    unknown: summary.themes.filter((ref) => !vocabulary.resolve(ref)).map(oneLine),
  };
}

/** 20 minutes on `[a/x, a/y, b]` are 10 for `a`, with 5 each for `a/x` and `a/y`, and 10 for `b`. */
function sharesOf(refs: readonly string[], minutes: number): ReadonlyMap<string, number> {
  const topics = new Set(refs.filter((ref) => ref.includes("/")));
  const themes = new Set(refs.map(themeOf));
  const shares = new Map([...themes].map((theme) => [theme, minutes / themes.size]));
  const beside = new Map<string, number>();
  for (const topic of topics) beside.set(themeOf(topic), (beside.get(themeOf(topic)) ?? 0) + 1);
  for (const topic of topics) shares.set(topic, minutes / themes.size / (beside.get(themeOf(topic)) ?? 1));
  return shares;
}

function themeOf(ref: string): string {
  return ref.split("/")[0] ?? ref;
}
