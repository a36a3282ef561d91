import { isMap } from "yaml";
import type { Unit } from "../document/parseBlock";
import type { Finding, Fix } from "../findings/finding";
import { keysAt } from "../schema/schema";
import { messageText } from "../text/displayText";
import { readDates } from "../time/readDates";
import { replaceScalar } from "../yaml/edits";
import { type KeyedValue, type Node, pairOf, rangeOf } from "../yaml/nodes";
import { isPlaceholderValue } from "../yaml/placeholderNode";
import { removeKey } from "../yaml/removeKey";
import { emptyKey } from "./emptyKey";
import { endFixes, isEndOfItem } from "./endOfItem";
import { keyCorrectionsFor } from "./misspeltKey";
import { hasNoPlaceholder } from "./placeholderValue";
import type { RuleContext } from "./rule";
import { describeLocation, quotedList, type SchemaLocation } from "./schemaLocation";
import { scalarText } from "./timeFixes";
import { renamedKeyValueEdits } from "./valueFixes";

/** `unknown-key` */
export function unknownKey(
  name: string,
  location: SchemaLocation,
  unit: Unit,
  context: RuleContext,
): Finding | undefined {
  const pair = pairOf(location.node, name);
  if (!pair) return undefined;
  const emptyKeyFinding = emptyKey(pair.key, context.text);
  if (emptyKeyFinding) return emptyKeyFinding;
  if (isEndOfItem(name, location.path)) return endFinding(pair, location, unit, context.text);
  const choices = keyCorrectionsFor(name, location.node, location.path, context.vocabulary).filter(
    (key) => key !== "endDate" || isDateText(pair.value, context),
  );
  const hint = choices[0]
    ? `Did you mean \`${choices[0]}\`?`
    : `Expected one of ${quotedList(keysAt(location.path))}.`;
  return {
    code: "unknown-key",
    range: rangeOf(pair.key),
    message: `\`${messageText(name, 40)}\` is not a key of ${describeLocation(location, unit)}. ${hint}`,
    fixes: () => [
      ...removalFix(choices[0], pair, location, context.text),
      ...choices.flatMap((key, rank) => renameFixes(key, rank === 0, pair, location, context)),
    ],
  };
}

/** `end: "10:30"` */
function endFinding(pair: KeyedValue, location: SchemaLocation, unit: Unit, text: string): Finding {
  const owner = describeLocation(location, unit);
  const message = `\`${messageText(pair.name, 40)}\` is not a key of ${owner}: write a \`start\` and a \`duration\` in minutes.`;
  const fixes = () => [
    ...removalFix(undefined, pair, location, text),
    ...endFixes(pair, location.node, text),
  ];
  return { code: "unknown-key", range: rangeOf(pair.key), message, fixes };
}

/** False for `end: 10:30` in the meeting head, which is no `endDate`. */
function isDateText(value: Node | null, { text, today }: RuleContext): boolean {
  const [reading, ...others] = readDates(scalarText(value, text) ?? "", today);
  if (!reading || others.length > 0) return false;
  return reading.isCertain && reading.endDate === undefined && reading.rest === undefined;
}

/** `speaker: none` is a key that is left out. */
function removalFix(
  key: string | undefined,
  pair: KeyedValue,
  { node }: SchemaLocation,
  text: string,
): readonly Fix[] {
  const isMissing = key === undefined ? isPlaceholderValue(pair.value) : isPlaceholderFor(key, pair);
  if (!isMissing || !isMap(node)) return [];
  const edit = removeKey(text, node, pair);
  return edit ? [{ title: `Remove \`${messageText(pair.name, 40)}\``, edits: [edit], preferred: true }] : [];
}

function isPlaceholderFor(key: string, { value }: KeyedValue): boolean {
  return hasNoPlaceholder(key) && isPlaceholderValue(value);
}

/** One fix for each reading of the value: `speaker: Forti, A.` is one person or two. */
function renameFixes(
  key: string,
  isFirst: boolean,
  pair: KeyedValue,
  { path }: SchemaLocation,
  context: RuleContext,
): readonly Fix[] {
  if (isPlaceholderFor(key, pair)) return [];
  const readings = renamedKeyValueEdits([...path, key], pair.value, context);
  const preferred = isFirst && readings.length === 1;
  return readings.map(({ title, edits }) => ({
    title: `Replace with \`${key}\`${readings.length > 1 ? `, ${title}` : ""}`,
    edits: [replaceScalar(context.text, pair.key, key), ...edits],
    preferred,
  }));
}
