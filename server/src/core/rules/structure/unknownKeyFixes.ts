/** Fixes for unknown keys: rename, remove, or move the words to the notes. */
import { isMap, isSeq } from "yaml";
import type { Unit } from "../../document/parseBlock";
import type { Fix } from "../../findings/finding";
import { messageText } from "../../text/displayText";
import { entriesOf, type KeyedValue, pairOf, pairsOf, rangeOf, type YAMLMap } from "../../yaml/nodes";
import { isPlaceholderValue } from "../../yaml/placeholderNode";
import { removeKey } from "../../yaml/removeKey";
import type { KeyCorrection } from "../keys/keyCorrections";
import type { RuleContext } from "../shared/rule";
import type { SchemaLocation } from "../shared/schemaLocation";
import { addToListFix } from "./addToList";
import { breakKeyFixes, isKeyOfTalk } from "./breakKeys";
import { endFixes } from "./endOfItem";
import { linkKeyFixes } from "./linkKeys";
import { moveToNotesFix } from "./moveToNotes";
import { hasNoPlaceholder } from "./placeholderValue";
import { renameKeyFixes } from "./renameKey";
import { secondTimeFixes } from "./secondTime";

/** Renaming is preferred if a key is close; otherwise the words go to the notes. */
export function unknownKeyFixes(
  pair: KeyedValue,
  corrections: readonly KeyCorrection[],
  location: SchemaLocation,
  unit: Unit,
  context: RuleContext,
): readonly Fix[] {
  // the fixes of `duplicate-key` come first: any other leaves the second key
  if (pairsOf(location.node).filter(({ name }) => name === pair.name).length > 1) return [];
  if (location.parent === null && isKeyOfTalk(pair.name, unit))
    return breakKeyFixes(pair, unit, context.text);
  const removal = removalFixes(corrections[0]?.key, pair, location, context.text);
  if (removal.length > 0) return removal;
  const times = secondTimeFixes(pair, location.node, location.path, context.text);
  if (times.length > 0) return times;
  const renames = corrections.flatMap(({ key, isLikely }, rank) =>
    renamesTo(key, pair, location, context).map((fix, _, { length }) => ({
      ...fix,
      preferred: rank === 0 && isLikely && length === 1,
    })),
  );
  if (renames.length > 0 && corrections[0]?.isLikely) return renames;
  const addition = isMap(location.node) && addToListFix(pair, location.node, location.path, context.text);
  if (addition) return [{ ...addition, preferred: true }, ...renames];
  const links = linkKeyFixes(pair, location, context.text);
  if (links.length > 0) return [...links, ...renames];
  return [...moveFixes(pair, location, context), ...renames];
}

/** Fixes for the `end` of a contribution. */
export function endKeyFixes(
  pair: KeyedValue,
  location: SchemaLocation,
  context: RuleContext,
): readonly Fix[] {
  const fixes = [
    ...removalFixes(undefined, pair, location, context.text),
    ...endFixes(pair, location.node, context.text),
    ...secondTimeFixes(pair, location.node, location.path, context.text),
  ];
  return fixes.length > 0 ? fixes : moveFixes(pair, location, context);
}

function moveFixes(pair: KeyedValue, location: SchemaLocation, { text }: RuleContext): readonly Fix[] {
  const move = forAllEntries(pair, location, (node, entryPair) =>
    moveToNotesFix(entryPair, { ...location, node }, text),
  );
  return move ? [{ ...move, preferred: true }] : [];
}

/** One fix for each reading of the value, `speaker: Forti, A.`; a single reading is applied to all entries of a list. */
function renamesTo(
  key: string,
  pair: KeyedValue,
  location: SchemaLocation,
  context: RuleContext,
): readonly Fix[] {
  const { node, path } = location;
  if (!isMap(node) || pairOf(node, key)) return [];
  const readings = renameKeyFixes(key, pair, node, path, context);
  if (readings.length !== 1) return readings;
  const fix = forAllEntries(pair, location, (map, entryPair) =>
    pairOf(map, key) ? undefined : renameKeyFixes(key, entryPair, map, path, context)[0],
  );
  return fix ? [fix] : [];
}

/** `speaker: none` is a key that is left out. */
function removalFixes(
  key: string | undefined,
  pair: KeyedValue,
  { node }: SchemaLocation,
  text: string,
): readonly Fix[] {
  const isWithoutValue = key === undefined || hasNoPlaceholder(key, pair.value);
  if (!isWithoutValue || !isPlaceholderValue(pair.value) || !isMap(node)) return [];
  const isRepeated = pairsOf(node).filter(({ name }) => name === pair.name).length > 1;
  if (isRepeated) return [];
  const edit = removeKey(text, node, pair);
  return edit ? [{ title: `Remove \`${messageText(pair.name, 40)}\``, edits: [edit], preferred: true }] : [];
}

/** The same fix for the key in all entries of the list; undefined if the first entry has none. */
function forAllEntries(
  { key, name }: KeyedValue,
  { node, parent }: SchemaLocation,
  fixOf: (map: YAMLMap, pair: KeyedValue) => Fix | undefined,
): Fix | undefined {
  const maps = isSeq(parent) ? entriesOf(parent).filter((entry) => isMap(entry)) : isMap(node) ? [node] : [];
  const fixes = maps.flatMap((map) => {
    const pair = pairOf(map, name);
    const isBefore = pair && rangeOf(pair.key).start < rangeOf(key).start;
    return (pair && !isBefore && fixOf(map, pair)) || [];
  });
  const [first] = fixes;
  return first && { ...first, edits: fixes.flatMap(({ edits }) => edits) };
}
