import { isMap } from "yaml";
import type { Unit } from "../document/parseBlock";
import type { Finding, Fix } from "../findings/finding";
import { titleKey } from "../schema/itemKinds";
import { keysAt } from "../schema/schema";
import { messageText } from "../text/displayText";
import { type KeyedValue, pairOf, rangeOf } from "../yaml/nodes";
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
  const hint = best?.isLikely
    ? `Did you mean \`${best.key}\`?`
    : `Expected one of ${quotedList(keysAt(location.path))}.`;
  return {
    code: "unknown-key",
    range: rangeOf(pair.key),
    message: `\`${messageText(name, 40)}\` is not a key of ${describeLocation(location, unit)}. ${hint}`,
    fixes: () => unknownKeyFixes(pair, corrections, location, unit, context),
  };
}

/** Renaming is preferred if a key is close; otherwise the words go to the notes. */
function unknownKeyFixes(
  pair: KeyedValue,
  corrections: readonly KeyCorrection[],
  location: SchemaLocation,
  unit: Unit,
  context: RuleContext,
): readonly Fix[] {
  const map = location.node;
  const renames = isMap(map)
    ? corrections.map(({ key }, rank) => ({
        ...renameKeyFix(key, pair, map, location.path, context),
        preferred: rank === 0 && (corrections[0]?.isLikely ?? false),
      }))
    : [];
  if (renames[0]?.preferred) return renames;
  const move = moveToNotesFix(pair, location, unit, context.text);
  return move ? [{ ...move, preferred: true }, ...renames] : renames;
}
