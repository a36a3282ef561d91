/** Fixes for a `start` or an `end` that is not written as a time of day. */

import { isScalar } from "yaml";
import type { Fix } from "../findings/finding";
import { schemaPathOf } from "../schema/itemKinds";
import { keysAt, type SchemaPath } from "../schema/schema";
import { durationUntil, readTimes, type TimeReading } from "../time/readTimes";
import { addKey, replaceScalar, replaceValue } from "../yaml/edits";
import { isEmpty, type KeyedValue, type Node, pairOf, rangeOf, stringOf, type YAMLMap } from "../yaml/nodes";

/**
 * `start: 9h30`, and `start: 14:00-14:30`, which has the duration too.
 * @param written the value as it is written, without its quotes
 */
export function timeFixes(map: YAMLMap, node: Node, written: string, text: string): readonly Fix[] {
  const readings = readTimes(written);
  const fixes = readings.flatMap((reading) => readingFixes(reading, map, node, text));
  const isOnly = fixes.length === 1;
  return fixes.map(({ isCertain, ...fix }) => ({ ...fix, preferred: isOnly, safe: isOnly && isCertain }));
}

type UnrankedFix = Fix & { readonly isCertain: boolean };

/** Two fixes if the item has another duration than the one that is written here. */
function readingFixes(reading: TimeReading, map: YAMLMap, node: Node, text: string): readonly UnrankedFix[] {
  const { start, duration, isCertain } = reading;
  const startEdit = replaceValue(text, node, `"${start}"`);
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

const endNames = ["end", "ends", "endtime", "end_time", "end-time", "until", "finish", "to"];

/**
 * The fix for `end: "10:30"` in a contribution with a `start`: the key becomes `duration`.
 * @returns undefined for any other key, or if the item has a duration already
 */
export function durationOfEndFix(
  pair: KeyedValue,
  map: Node | null,
  path: SchemaPath,
  text: string,
): Fix | undefined {
  const end = scalarText(pair.value, text);
  const start = stringOf(pairOf(map, "start")?.value);
  const isEnd = endNames.includes(pair.name.toLowerCase()) && keysAt(path).includes("duration");
  if (!isEnd || !pair.value || end === undefined || start === undefined || pairOf(map, "duration"))
    return undefined;
  const duration = durationUntil(start, end);
  if (duration === undefined || duration === 0) return undefined;
  return {
    title: `Replace with \`duration: ${duration}\``,
    edits: [replaceScalar(text, pair.key, "duration"), replaceValue(text, pair.value, String(duration))],
    preferred: true,
  };
}

/** The text of a scalar without its quotes: `9.30`, which YAML reads as a number, as it is written. */
export function scalarText(node: Node | null, text: string): string | undefined {
  if (!isScalar(node)) return undefined;
  const { start, end } = rangeOf(node);
  return stringOf(node) ?? text.slice(start, end);
}
