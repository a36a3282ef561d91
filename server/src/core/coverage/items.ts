/** The part of an item that coverage needs. */

import type { MeetingDocument } from "../analysis/meetingDocument";
import type { Vocabulary } from "../catalogue/vocabulary";
import type { PlacedUnit } from "../document/blockDocument";
import type { ItemList } from "../schema/itemKinds";
import { singleLineLabel } from "../text/singleLineLabel";
import type { Column } from "./coverageModel";

export interface CoverageItem {
  readonly column: Column;
  /** index of its column in `Coverage.columns` */
  readonly columnIndex: number;
  readonly community?: string;
  readonly minutes: number;
  /** minutes by theme and topic reference */
  readonly minutesByReference: ReadonlyMap<string, number>;
  /** references the catalogue does not have */
  readonly unknown: readonly string[];
  readonly isUntagged: boolean;
}

/** @param isSeries true if each column is a meeting; otherwise each column is an item */
export function coverageItemsOf(
  document: MeetingDocument,
  meeting: number,
  isSeries: boolean,
): readonly CoverageItem[] {
  return document.items().map((item, index) => {
    const columnIndex = isSeries ? meeting : index;
    return { ...toCoverageItem(item, document.vocabulary), columnIndex, isUntagged: item.summary.isUntagged };
  });
}

function toCoverageItem(
  { summary }: PlacedUnit,
  vocabulary: Vocabulary,
): Omit<CoverageItem, "columnIndex" | "isUntagged"> {
  const community = vocabulary.communityName(summary.community ?? "");
  const minutes = summary.duration ?? 0;
  // `security/no-such-topic` still counts for `security`
  const knownReferences = summary.themes.flatMap((ref) => vocabulary.resolveTheme(ref)?.ref ?? []);
  return {
    column: { kind: summary.kind as ItemList, title: summary.title || "(no title)" },
    ...(community !== undefined && { community }),
    minutes,
    minutesByReference: sharesOf(knownReferences, minutes),
    unknown: summary.themes.filter((ref) => !vocabulary.resolve(ref)).map(singleLineLabel),
  };
}

/** 20 minutes on `[a/x, a/y, b]` are 10 for `a`, with 5 each for `a/x` and `a/y`, and 10 for `b`. */
function sharesOf(refs: readonly string[], minutes: number): ReadonlyMap<string, number> {
  const topics = new Set(refs.filter((ref) => ref.includes("/")));
  const themes = new Set(refs.map(themeOf));
  const minutesByReference = new Map([...themes].map((theme) => [theme, minutes / themes.size]));
  const topicCountByTheme = new Map<string, number>();
  for (const topic of topics)
    topicCountByTheme.set(themeOf(topic), (topicCountByTheme.get(themeOf(topic)) ?? 0) + 1);
  for (const topic of topics)
    minutesByReference.set(topic, minutes / themes.size / (topicCountByTheme.get(themeOf(topic)) ?? 1));
  return minutesByReference;
}

function themeOf(ref: string): string {
  return ref.split("/")[0] ?? ref;
}
