/** Fixes for the `end` of a contribution: the format has `start` and `duration`. */

import { isMap, isScalar } from "yaml";
import type { Fix } from "../../findings/finding";
import { keysAt, type SchemaPath } from "../../schema/schema";
import { type Edit, insertion, lineAt } from "../../text/range";
import { durationUntil, readTimes } from "../../time/readTimes";
import { minuteOfDay, timeOfDay } from "../../time/timeOfDay";
import { replaceScalar, replaceValue } from "../../yaml/edits";
import { type KeyedValue, type Node, pairOf, rangeOf, stringOf } from "../../yaml/nodes";
import { scalarText } from "../values/timeFixes";

const endNames = ["end", "ends", "endtime", "end_time", "end-time", "until", "finish", "to"];

/** True for an unknown key of a contribution that is its end. */
export function isEndOfItem(name: string, path: SchemaPath): boolean {
  return endNames.includes(name.toLowerCase()) && keysAt(path).includes("duration");
}

/**
 * The `duration` from `start` to `end`, or the `start` before a `duration`; with both, the end becomes a comment.
 * @returns empty if the end or the other time cannot be read
 */
export function endFixes(pair: KeyedValue, map: Node | null, text: string): readonly Fix[] {
  const end = scalarText(pair.value, text);
  if (!pair.value || end === undefined || !isMap(map)) return [];
  const [start, duration] = [pairOf(map, "start"), pairOf(map, "duration")];
  const startTime = timeIn(start?.value ?? null, text);
  const computed = startTime === undefined ? undefined : durationUntil(startTime, end);
  const minutes = numberIn(duration?.value ?? null);
  if (computed !== undefined && computed > 0) {
    if (!duration) return [renameFix("duration", String(computed), pair, pair.value, text)];
    return minutes === undefined ? [] : bothFixes(computed, minutes, pair, duration, text);
  }
  const [endReading, ...others] = start ? [] : readTimes(end);
  const endMinute = others.length > 0 ? undefined : minuteOfDay(endReading?.start ?? "");
  if (endMinute === undefined || minutes === undefined || minutes > endMinute) return [];
  return [renameFix("start", `"${timeOfDay(endMinute - minutes)}"`, pair, pair.value, text)];
}

/** A fix that writes another key and its value; the value has quotes where it needs them. */
export function renameFix(key: string, value: string, pair: KeyedValue, node: Node, text: string): Fix {
  return {
    title: `Replace with \`${key}: ${value.replaceAll('"', "")}\``,
    edits: [replaceScalar(text, pair.key, key), replaceValue(text, node, value)],
    preferred: true,
  };
}

/** The item has a duration: the end says the same, or another one. */
export function bothFixes(
  computed: number,
  minutes: number,
  pair: KeyedValue,
  { value }: KeyedValue,
  text: string,
): readonly Fix[] {
  const [toComment] = commentFix(pair, text);
  if (!toComment || computed === minutes || !value) return toComment ? [toComment] : [];
  const title = `Replace the duration with \`${computed}\`, make \`${pair.name}\` a comment`;
  return [
    { title, edits: [replaceValue(text, value, String(computed)), ...toComment.edits] },
    { ...toComment, preferred: false },
  ];
}

/** @returns the fix that makes a key a comment; empty for a key that is not alone on its line */
export function commentFix(pair: KeyedValue, text: string): readonly Fix[] {
  const comment = commentEdit(pair, text);
  return comment ? [{ title: `Make \`${pair.name}\` a comment`, edits: [comment], preferred: true }] : [];
}

/** Undefined for a key that is not alone on its line. */
function commentEdit({ key, value }: KeyedValue, text: string): Edit | undefined {
  const { start } = rangeOf(key);
  const line = lineAt(text, start);
  const isOneLine = value !== null && rangeOf(value).end <= line.end;
  const isAlone =
    text.slice(line.start, start).trim() === "" && /^[\w-]+:[ \t]/.test(text.slice(start, line.end));
  return isOneLine && isAlone ? insertion(start, "# ") : undefined;
}

function timeIn(node: Node | null, text: string): string | undefined {
  const written = scalarText(node, text);
  if (written === undefined) return undefined;
  return minuteOfDay(written) === undefined ? undefined : stringOf(node);
}

/** A positive number. */
export function numberIn(node: Node | null): number | undefined {
  const value = isScalar(node) ? node.value : undefined;
  return typeof value === "number" && value > 0 ? value : undefined;
}
