import { listText, minutesText, plural } from "../text/wording";
import type { Coverage } from "./coverageModel";
import type { CoverageMeeting } from "./meetings";

/** The coverage in sentences, the most important first. */
export function sentencesOf(coverage: Coverage): readonly string[] {
  const incompleteMeetings = coverage.meetings.filter(({ isBroken }) => isBroken).map(nameOf);
  return [
    `${totalsText(coverage)}.`,
    ...themesByItemCount(coverage),
    ...shortcomingsOf(coverage, incompleteMeetings),
  ];
}

/**
 * Themes without items, unknown references and unreadable parts.
 * @param unreadable names of the meetings or places that could not be read
 */
export function shortcomingsOf(coverage: Coverage, unreadable: readonly string[]): readonly string[] {
  return [
    ...uncoveredThemes(coverage),
    ...(coverage.unknown.length > 0 ? [`Not in the catalogue: ${listText(coverage.unknown)}.`] : []),
    ...(unreadable.length > 0
      ? [`Items may be missing, as not all could be read: ${listText(unreadable)}.`]
      : []),
  ];
}

/** `3 meetings, 12 items, 240 minutes, 2 untagged` */
export function totalsText({ meetings, total, untagged }: Coverage): string {
  return [
    ...(meetings.length > 1 ? [plural(meetings.length, "meeting")] : []),
    plural(total.items, "item"),
    ...(total.minutes > 0 ? [`${minutesText(total.minutes)} min`] : []),
    `${untagged.items} untagged`,
    ...(meetings.some(({ isBroken }) => isBroken) ? ["not all could be read"] : []),
  ].join(", ");
}

function themesByItemCount({ themes }: Coverage): readonly string[] {
  const covered = themes.filter(({ items }) => items > 0).sort((a, b) => b.items - a.items);
  const counts = covered.map(({ title, items }) => `${title} (${items})`);
  return counts.length > 0 ? [`Items by theme: ${listText(counts)}.`] : [];
}

function uncoveredThemes({ themes }: Coverage): readonly string[] {
  const missing = themes.filter(({ items }) => items === 0).map(({ title }) => title);
  if (missing.length > 0) return [`Not covered: ${listText(missing)}.`];
  return themes.length > 0 ? ["Every theme is covered."] : [];
}

function nameOf({ title, date }: CoverageMeeting): string {
  return [title, date ?? []].flat().join(" ");
}
