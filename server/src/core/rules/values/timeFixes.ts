/** Fixes for a `start` that is not written as a time of day. */

import { isScalar } from "yaml";
import type { Fix } from "../../findings/finding";
import { schemaPathOf } from "../../schema/itemKinds";
import { keysAt } from "../../schema/schema";
import { lineAt } from "../../text/range";
import { readTimes, type TimeReading } from "../../time/readTimes";
import { addKey, replaceValue } from "../../yaml/edits";
import { isEmpty, type Node, pairOf, rangeOf, stringOf, type YAMLMap } from "../../yaml/nodes";

/**
 * `start: 9h30`, and `start: 14:00-14:30`, which has the duration too.
 * @param written the value as it is written, without its quotes
 */
export function timeFixes(map: YAMLMap, node: Node, written: string, text: string): readonly Fix[] {
  const readings = readTimes(written);
  const zone = zoneOf(written, map, node, text);
  const fixes = readings.flatMap((reading) => readingFixes(reading, map, node, text, zone));
  const isOnly = fixes.length === 1;
  const isClear = isOnly && isUnmistakable(written);
  const losesDay = zone === "" && dayPattern.test(written.trim());
  return fixes.map(({ isCertain, ...fix }) => ({
    ...fix,
    preferred: isOnly && !losesDay,
    safe: isClear && isCertain,
  }));
}

/** The time zone of `14:00 CET` or the day of `2019-12-10 14:00`, as a comment; empty without one, and before other text. */
function zoneOf(written: string, map: YAMLMap, node: Node, text: string): string {
  const [day] = dayPattern.exec(written.trim()) ?? [];
  const [zone = day] = zonePattern.exec(written) ?? [];
  const { end } = rangeOf(node);
  const isLast = text.slice(end, lineAt(text, end).end).trim() === "";
  return zone !== undefined && isLast && !map.flow ? ` # ${zone}` : "";
}

const dayPattern = /^\d{4}-\d{2}-\d{2}(?=[T ,])/i;

const zonePattern =
  /(?<![a-z])(?:utc|gmt|ces?t|mes?z|bst|[ecmp][sd]?t|jst|geneva|cern|local|z)(?:[+-]\d{1,2})?(?![a-z])(?: time)?/i;

/** False for `midnight` and `24:00`, which may end the day, for `9`, and for `09-30`, which may be a date. */
function isUnmistakable(written: string): boolean {
  return (
    !/^(?:\D+|24\b.*|\d|\d{1,2}\s?[-–—]\s?\d{2})$/.test(written.trim()) ||
    /^(?:12 )?noon$/i.test(written.trim())
  );
}

type UnrankedFix = Fix & { readonly isCertain: boolean };

/** Two fixes if the item has another duration than the one that is written here. */
function readingFixes(
  { start, duration, isCertain }: TimeReading,
  map: YAMLMap,
  node: Node,
  text: string,
  zone: string,
): readonly UnrankedFix[] {
  const startEdit = replaceValue(text, node, `"${start}"${zone}`);
  const existing = pairOf(map, "duration");
  const own = isScalar(existing?.value) ? existing.value.value : undefined;
  const startOnly = { title: `Replace with \`${start}\``, edits: [startEdit], isCertain };
  if (duration === undefined || own === duration) return [startOnly];
  const title = `Replace with \`${start}\` and \`duration: ${duration}\``;
  if (!existing)
    return [
      {
        title,
        edits: [startEdit, addKey(text, map, "duration", String(duration), ["start", ...keysBefore])],
        isCertain,
      },
    ];
  if (!existing.value || isEmpty(existing.value)) return [startOnly];
  const durationEdit = replaceValue(text, existing.value, String(duration));
  return [
    { title, edits: [startEdit, durationEdit], isCertain: false },
    { ...startOnly, title: `Replace with \`${start}\`, keep the duration`, isCertain: false },
  ];
}

const contributionKeys = keysAt(schemaPathOf("contributions"));
const keysBefore = contributionKeys.slice(0, contributionKeys.indexOf("duration"));

/** The text of a scalar without its quotes: `9.30`, which YAML reads as a number, as it is written. */
export function scalarText(node: Node | null, text: string): string | undefined {
  if (!isScalar(node)) return undefined;
  const { start, end } = rangeOf(node);
  return stringOf(node) ?? text.slice(start, end);
}
