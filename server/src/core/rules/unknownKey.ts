import { isMap, isSeq } from "yaml";
import type { Unit } from "../document/parseBlock";
import type { Finding, Fix } from "../findings/finding";
import { titleKey } from "../schema/itemKinds";
import { keysAt } from "../schema/schema";
import { messageText } from "../text/displayText";
import { entriesOf, type KeyedValue, pairOf, rangeOf, type YAMLMap } from "../yaml/nodes";
import { addToListFix, listFor } from "./addToList";
import { emptyKey } from "./emptyKey";
import { type KeyCorrection, keyCorrectionsFor } from "./keyCorrections";
import { moveToNotesFix } from "./moveToNotes";
import { renameKeyFix } from "./renameKey";
import type { RuleContext } from "./rule";
import { describeLocation, quotedList, type SchemaLocation } from "./schemaLocation";
import { keyThatIsTitle, titleFixes } from "./titleKey";

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
  if (isInEarlierEntry(name, location)) return undefined;
  const isTitle = location.parent === null && keyThatIsTitle(unit, context.vocabulary)?.key === pair.key;
  if (isTitle)
    return {
      code: "unknown-key",
      range: rangeOf(pair.key),
      message: `\`${messageText(name, 40)}\` is not a key of ${describeLocation(location, unit)}. A title must follow \`${titleKey(unit.kind)}: \`.`,
      fixes: () => titleFixes(pair, unit, context.text),
    };
  const corrections = keyCorrectionsFor(name, location.node, location.path, context.vocabulary);
  const [best] = corrections;
  const list = listFor(name, location.node, location.path);
  const hint = best?.isLikely
    ? `Did you mean \`${best.key}\`?`
    : list !== undefined
      ? `Did you mean an entry of \`${list}\`?`
      : `Expected one of ${quotedList(keysAt(location.path))}.`;
  return {
    code: "unknown-key",
    range: rangeOf(pair.key),
    message: `\`${messageText(name, 40)}\` is not a key of ${describeLocation(location, unit)}. ${hint}`,
    fixes: () => unknownKeyFixes(pair, corrections, location, unit, context),
  };
}

/** True if an entry of the same list before this one has the key: one finding is about all of them. */
function isInEarlierEntry(name: string, { node, parent }: SchemaLocation): boolean {
  const entries = entriesOf(parent);
  return entries
    .slice(0, node ? entries.indexOf(node) : 0)
    .some((entry) => pairOf(entry, name) !== undefined);
}

/** Renaming is preferred if a key is close; otherwise the words go to the notes. */
function unknownKeyFixes(
  pair: KeyedValue,
  corrections: readonly KeyCorrection[],
  location: SchemaLocation,
  unit: Unit,
  context: RuleContext,
): readonly Fix[] {
  const renames = corrections.flatMap(({ key }, rank) => {
    const rename = (map: YAMLMap, { key: node, name, value }: KeyedValue): Fix | undefined =>
      pairOf(map, key)
        ? undefined
        : renameKeyFix(key, { key: node, name, value }, map, location.path, context);
    const fix = forAllEntries(pair, location, rename);
    return fix ? [{ ...fix, preferred: rank === 0 && corrections[0]?.isLikely === true }] : [];
  });
  if (renames[0]?.preferred) return renames;
  const addition = isMap(location.node) && addToListFix(pair, location.node, location.path, context.text);
  if (addition) return [{ ...addition, preferred: true }, ...renames];
  const move = forAllEntries(pair, location, (node, entryPair) =>
    moveToNotesFix(entryPair, { ...location, node }, unit, context.text),
  );
  return move ? [{ ...move, preferred: true }, ...renames] : renames;
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
