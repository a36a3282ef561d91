/** Fixes for a time beside the `start` of a contribution: `time: 14:00-14:20`. */
import { isMap, type YAMLMap } from "yaml";
import type { Fix } from "../../findings/finding";
import { keysAt, type SchemaPath } from "../../schema/schema";
import { readTimes, type TimeReading } from "../../time/readTimes";
import { replaceValue } from "../../yaml/edits";
import { type KeyedValue, type Node, pairOf } from "../../yaml/nodes";
import { keysCalled } from "../keys/keyNames";
import { scalarText } from "../values/timeFixes";
import { bothFixes, commentFix, numberIn, renameFix } from "./endOfItem";

/**
 * The `duration` from a range of times that begins at the `start`; a repeated time becomes a comment. With another start
 * one fix takes it, and one does not.
 * @param path of the mapping
 * @returns empty if the value is not a time, or if the mapping has no `start`
 */
export function secondTimeFixes(
  pair: KeyedValue,
  map: Node | null,
  path: SchemaPath,
  text: string,
): readonly Fix[] {
  if (!isMap(map) || !keysAt(path).includes("duration")) return [];
  const start = pairOf(map, "start");
  const own = onlyReading(scalarText(start?.value ?? null, text));
  const second = clockReading(scalarText(pair.value, text));
  if (!start?.value || !own || !second) return [];
  if (own.start === second.start) return sameStartFixes(second, pair, map, text);
  const isTime = keysCalled(pair.name, path).includes("start");
  const [first, last] = [
    sameStartFixes(second, pair, map, text)[0],
    sameStartFixes(second, pair, map, text).at(-1),
  ];
  if (!isTime || !first || !last) return [];
  const startEdit = replaceValue(text, start.value, `"${second.start}"`);
  const title = `Replace the start with \`${second.start}\`, ${lowerCase(first.title)}`;
  return [
    { title, edits: [startEdit, ...first.edits] },
    { ...last, title: `Keep the start, ${lowerCase(last.title)}`, preferred: false },
  ];
}

function onlyReading(written = ""): TimeReading | undefined {
  const [reading, ...others] = readTimes(written);
  return others.length > 0 ? undefined : reading;
}

/** `14:00-14:20` and `14:00`; not `20` and `0:20`, which are durations. */
function clockReading(written = ""): TimeReading | undefined {
  const isClock = /\d ?(?:[:.h]\d|[ap]\.?m)/i.test(written.slice(0, 100));
  const reading = isClock ? onlyReading(written) : undefined;
  const isDuration = reading?.duration === undefined && /^\s*0?[0-4][:.h]/.test(written);
  return isDuration ? undefined : reading;
}

/** The item has the start already, and a duration or none. */
function sameStartFixes(
  { duration: minutes }: TimeReading,
  pair: KeyedValue,
  map: YAMLMap,
  text: string,
): readonly Fix[] {
  const duration = pairOf(map, "duration");
  if (minutes === undefined) return commentFix(pair, text);
  if (!duration) return pair.value ? [renameFix("duration", String(minutes), pair, pair.value, text)] : [];
  const own = numberIn(duration.value);
  return own === undefined ? [] : bothFixes(minutes, own, pair, duration, text);
}

function lowerCase(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1);
}
