/** Computes which themes and topics the items of one or more meetings cover, as plain values. */

import type { MeetingDocument } from "../analysis/meetingDocument";
import type { Theme } from "../catalogue/catalogue";
import type { Vocabulary } from "../catalogue/vocabulary";
import { singleLineLabel } from "../text/singleLineLabel";
import type { Column, Coverage, CoverageEntry, ItemTotals, ThemeCoverage } from "./coverageModel";
import { type CoverageItem, coverageItemsOf } from "./items";
import { type DatedMeeting, meetingsByDate } from "./meetings";

/** @param meetings in any order; all were read with the catalogue of the first one */
export function coverageOf(meetings: readonly MeetingDocument[]): Coverage {
  const read = meetingsByDate(meetings);
  const vocabulary = meetings[0]?.vocabulary;
  const items = read.flatMap(({ document }, meeting) => coverageItemsOf(document, meeting, read.length > 1));
  const columns = read.length > 1 ? read.map(asColumn) : items.map(({ column }) => column);
  const communities = communitiesOf(items, vocabulary);
  const count = (ref: string, title: string): CoverageEntry =>
    entryFor(items, ref, title, columns, communities);
  const themes = (vocabulary?.catalogue.themes ?? []).map((theme) => themeOf(theme, count));
  return {
    meetings: read.map(({ meeting }) => meeting),
    columns,
    communities,
    themes,
    total: totalsOf(items),
    untagged: totalsOf(items.filter(({ isUntagged }) => isUntagged)),
    uncovered: themes.flatMap(uncoveredIn),
    unknown: [...new Set(items.flatMap(({ unknown }) => unknown))],
  };
}

function asColumn({ meeting: { title, date } }: DatedMeeting): Column {
  return { kind: "meeting", title, ...(date !== undefined && { date }) };
}

function themeOf(theme: Theme, count: (ref: string, title: string) => CoverageEntry): ThemeCoverage {
  const topics = theme.topics.map((topic) => count(`${theme.id}/${topic.id}`, singleLineLabel(topic.title)));
  return { ...count(theme.id, singleLineLabel(theme.title)), topics };
}

function entryFor(
  items: readonly CoverageItem[],
  ref: string,
  title: string,
  columns: readonly Column[],
  communities: readonly string[],
): CoverageEntry {
  const matching = items.filter(({ minutesByReference }) => minutesByReference.has(ref));
  const byColumn = columns.map(() => 0);
  const byName = new Map<string | undefined, number>();
  for (const { columnIndex, community } of matching) {
    byColumn[columnIndex] = (byColumn[columnIndex] ?? 0) + 1;
    byName.set(community, (byName.get(community) ?? 0) + 1);
  }
  return {
    ref,
    title,
    items: matching.length,
    minutes: roundToHundredth(
      matching.reduce((minutes, { minutesByReference }) => minutes + (minutesByReference.get(ref) ?? 0), 0),
    ),
    byColumn,
    byCommunity: communities.map((name) => byName.get(name) ?? 0),
  };
}

function communitiesOf(
  items: readonly CoverageItem[],
  vocabulary: Vocabulary | undefined,
): readonly string[] {
  const usedNames = new Set(items.flatMap(({ community }) => community ?? []));
  const catalogueNames = new Set(
    (vocabulary?.catalogue.communities ?? []).map(({ name }) => singleLineLabel(name)),
  );
  const otherNames = [...usedNames].filter((name) => !catalogueNames.has(name)).sort();
  return [...[...catalogueNames].filter((name) => usedNames.has(name)), ...otherNames];
}

/** The theme if it has no items, otherwise its topics without items. */
function uncoveredIn({ ref, items, topics }: ThemeCoverage): readonly string[] {
  if (items === 0) return [ref];
  return topics.flatMap((topic) => (topic.items === 0 ? topic.ref : []));
}

function totalsOf(items: readonly CoverageItem[]): ItemTotals {
  return {
    items: items.length,
    minutes: roundToHundredth(items.reduce((sum, { minutes }) => sum + minutes, 0)),
  };
}

/** To a hundredth, so that thirds add up to the same in any order. */
function roundToHundredth(minutes: number): number {
  return Math.round(minutes * 100) / 100;
}
