import type { Fix } from "../../findings/finding";
import { isCalendarDate } from "../../time/calendarDate";
import { isTimeZone, timeZones } from "../../time/timeZone";
import { readTimeZones } from "../../time/zoneNames";
import { replaceValue } from "../../yaml/edits";
import { type Node, pairOf, stringOf } from "../../yaml/nodes";
import type { RuleContext } from "../shared/rule";

/**
 * `timezone: CET`, `Geneva`, `UTC+1`; the closest names to `Europe/Zurch`; none if no name is close.
 * @param head the meeting, whose date decides about an offset
 * @param written the value without its quotes
 */
export function zoneFixes(
  head: Node | null,
  node: Node,
  written: string,
  { text, vocabulary }: RuleContext,
): readonly Fix[] {
  const date = stringOf(pairOf(head, "date")?.value);
  const named = readTimeZones(written, date !== undefined && isCalendarDate(date) ? date : undefined);
  const zones = named.length > 0 ? named : vocabulary.nearest(written, timeZones()).filter(isTimeZone);
  const isGuess = named.length > 1 && !named.some((zone) => zone.startsWith("Etc/"));
  return zones.map((zone, rank) => ({
    title: `Replace with \`${zone}\``,
    edits: [replaceValue(text, node, zone)],
    preferred: rank === 0 && !isGuess,
  }));
}
