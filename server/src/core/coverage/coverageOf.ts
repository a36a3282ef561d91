/** Which themes and topics the items of one or many meetings speak to, as plain values to be drawn or written. */

import type { MeetingDocument } from "../analysis/meetingDocument";
import type { Theme } from "../catalogue/catalogue";
import type { Vocabulary } from "../catalogue/vocabulary";
import { oneLine } from "../text/labelText";
import { type CoveredItem, itemsOf } from "./items";
import { meetingsByDate, type ReadMeeting } from "./meetings";
import type { Amount, Column, Coverage, Covered, CoveredTheme } from "./model";

/** @param meetings in any order, all read with one catalogue, the first one's */
export function coverageOf(meetings: readonly MeetingDocument[]): Coverage {
  const read = meetingsByDate(meetings);
  const vocabulary = meetings[0]?.vocabulary;
  const items = read.flatMap(({ document }, meeting) => itemsOf(document, meeting, read.length > 1));
  const columns = read.length > 1 ? read.map(asColumn) : items.map(({ column }) => column);
  const communities = communitiesOf(items, vocabulary);
  const count = (ref: string, title: string): Covered => coveredBy(items, ref, title, columns, communities);
  const themes = (vocabulary?.catalogue.themes ?? []).map((theme) => themeOf(theme, count));
  return {
    meetings: read.map(({ meeting }) => meeting),
    columns,
    communities,
    themes,
    total: sum(items),
    untagged: sum(items.filter(({ isUntagged }) => isUntagged)),
    uncovered: themes.flatMap(gapsOf),
    unknown: [...new Set(items.flatMap(({ unknown }) => unknown))],
  };
}

function asColumn({ meeting: { title, date } }: ReadMeeting): Column {
  return { kind: "meeting", title, ...(date !== undefined && { date }) };
}

function themeOf(theme: Theme, count: (ref: string, title: string) => Covered): CoveredTheme {
  const topics = theme.topics.map((topic) => count(`${theme.id}/${topic.id}`, oneLine(topic.title)));
  return { ...count(theme.id, oneLine(theme.title)), topics };
}

function coveredBy(
  items: readonly CoveredItem[],
  ref: string,
  title: string,
  columns: readonly Column[],
  communities: readonly string[],
): Covered {
  const those = items.filter(({ shares }) => shares.has(ref));
  const byColumn = columns.map(() => 0);
  const byName = new Map<string | undefined, number>();
  for (const { at, community } of those) {
    byColumn[at] = (byColumn[at] ?? 0) + 1;
    byName.set(community, (byName.get(community) ?? 0) + 1);
  }
  return {
    ref,
    title,
    items: those.length,
    minutes: rounded(those.reduce((minutes, { shares }) => minutes + (shares.get(ref) ?? 0), 0)),
    byColumn,
    byCommunity: communities.map((name) => byName.get(name) ?? 0),
  };
}

function communitiesOf(items: readonly CoveredItem[], vocabulary: Vocabulary | undefined): readonly string[] {
  const named = new Set(items.flatMap(({ community }) => community ?? []));
  const known = new Set((vocabulary?.catalogue.communities ?? []).map(({ name }) => oneLine(name)));
  const others = [...named].filter((name) => !known.has(name)).sort();
  return [...[...known].filter((name) => named.has(name)), ...others];
}

/** The theme where nobody covers it, else its topics that nobody covers. */
function gapsOf({ ref, items, topics }: CoveredTheme): readonly string[] {
  if (items === 0) return [ref];
  return topics.flatMap((topic) => (topic.items === 0 ? topic.ref : []));
}

function sum(items: readonly CoveredItem[]): Amount {
  return { items: items.length, minutes: rounded(items.reduce((sum, { minutes }) => sum + minutes, 0)) };
}

/** To a hundredth, so that thirds add up to the same in any order. */
function rounded(minutes: number): number {
  return Math.round(minutes * 100) / 100;
}
