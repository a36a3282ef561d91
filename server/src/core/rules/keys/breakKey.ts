/** A break whose first key is its name, or a misspelt `break`: `coffee: "10:30"`, `brake: Coffee`. */
import { isMap } from "yaml";
import type { Unit } from "../../document/parseBlock";
import type { Fix } from "../../findings/finding";
import { isBreakTitle } from "../../text/breakTitle";
import { lineEndOf } from "../../text/range";
import { minuteOfDay } from "../../time/timeOfDay";
import { columnOf, replaceScalar } from "../../yaml/edits";
import { type KeyedValue, pairOf, pairsOf, rangeOf, stringOf } from "../../yaml/nodes";

const misspeltBreaks: ReadonlySet<string> = new Set("brake breack brek breaks beak pause".split(" "));

/** @returns the first key of an entry of `contributions` without a title, if that key means `break` */
export function keyThatIsBreak({ kind, node }: Unit): KeyedValue | undefined {
  const [first] = pairsOf(node);
  if (kind !== "contributions" || !first || pairOf(node, "title")) return undefined;
  const value = stringOf(first.value);
  if (value === undefined) return undefined;
  const name = first.name.toLowerCase();
  if (misspeltBreaks.has(name) && minuteOfDay(value) === undefined) return first;
  return isBreakTitle(name) && minuteOfDay(value) !== undefined && !pairOf(node, "start") ? first : undefined;
}

/** `break: Coffee` with the time as its start, or the corrected key. */
export function breakKeyNameFixes(
  { key, name, value }: KeyedValue,
  unit: Unit,
  text: string,
): readonly Fix[] {
  const time = stringOf(value) ?? "";
  if (!value || !isMap(unit.node)) return [];
  const rename = {
    title: "Replace with `break`",
    edits: [replaceScalar(text, key, "break")],
    preferred: true,
  };
  if (minuteOfDay(time) === undefined) return [rename];
  const label = name.charAt(0).toUpperCase() + name.slice(1);
  const separator = unit.node.flow
    ? ", "
    : `${lineEndOf(text)}${" ".repeat(columnOf(text, rangeOf(key).start))}`;
  const edit = {
    start: rangeOf(key).start,
    end: rangeOf(value).end,
    text: `break: ${label}${separator}start: "${time}"`,
  };
  return [{ title: `Write \`break: ${label}\` with its \`start\``, edits: [edit], preferred: true }];
}
