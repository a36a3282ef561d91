import { isSeq } from "yaml";
import type { Unit } from "../../document/parseBlock";
import type { Finding } from "../../findings/finding";
import { titleKey } from "../../schema/itemKinds";
import { keysAt } from "../../schema/schema";
import { messageText } from "../../text/displayText";
import { entriesOf, type KeyedValue, pairOf, rangeOf } from "../../yaml/nodes";
import { quote } from "../../yaml/scalars";
import { breakKeyNameFixes, keyThatIsBreak } from "../keys/breakKey";
import { emptyKey } from "../keys/emptyKey";
import { gluedKey } from "../keys/gluedKey";
import { keyCorrectionsFor } from "../keys/keyCorrections";
import { type KeyWithoutColon, keysWithoutColon, keyWithoutColon } from "../keys/keyWithoutColon";
import { keyThatIsTitle, titleFixes } from "../keys/titleKey";
import type { RuleContext } from "../shared/rule";
import { describeLocation, quotedList, type SchemaLocation } from "../shared/schemaLocation";
import { listFor } from "./addToList";
import { isKeyOfTalk } from "./breakKeys";
import { afterComma, type TextWithCommas } from "./commaText";
import { isEndOfItem } from "./endOfItem";
import { isLinkKey } from "./linkKeys";
import { talkAmongActions } from "./talkAmongActions";
import { titleAndBreak } from "./titleAndBreak";
import { endKeyFixes, unknownKeyFixes } from "./unknownKeyFixes";

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
  if (isEndOfItem(name, location.path)) return endFinding(pair, location, unit, context);
  if (isInEarlierEntry(name, location)) return undefined;
  const colon = keyWithoutColon(pair, location.node, location.path);
  if (colon) return colonFinding(pair, colon, location);
  const comma = afterComma(pair, location, context.text);
  if (comma) return comma.first.key === pair.key ? commaFinding(comma, location, unit, context) : undefined;
  const glued = gluedKey(pair, keysAt(location.path), context.text);
  if (glued)
    return {
      code: "unknown-key",
      range: { start: rangeOf(pair.key).start, end: glued.edit.start },
      message: "Missing space after this colon.",
      fixes: () => [{ title: "Insert a space after the colon", edits: [glued.edit], preferred: true }],
      slip: "missing space",
    };
  if (location.parent === null && keyThatIsBreak(unit)?.key === pair.key)
    return {
      code: "unknown-key",
      range: rangeOf(pair.key),
      message: `\`${messageText(name, 40)}\` is not a key of a contribution. Did you mean \`break\`?`,
      fixes: () => breakKeyNameFixes(pair, unit, context.text),
    };
  const isTitle = location.parent === null && keyThatIsTitle(unit, context.vocabulary)?.key === pair.key;
  if (isTitle)
    return {
      code: "unknown-key",
      range: rangeOf(pair.key),
      message: `\`${messageText(name, 40)}\` is not a key of ${describeLocation(location, unit)}. A ${unit.kind === "actions" ? "text" : "title"} must follow \`${titleKey(unit.kind)}: \`.`,
      slip: "title without its key",
      fixes: () => titleFixes(pair, unit, context.text),
    };
  const both = location.parent === null && titleAndBreak(pair, unit, context.text);
  if (both) return both;
  const misplaced = location.parent === null && talkAmongActions(pair, unit);
  if (misplaced) return misplaced;
  const corrections = keyCorrectionsFor(name, location.node, location.path, context.vocabulary);
  const [best] = corrections;
  const list = listFor(name, location.node, location.path);
  if (location.parent === null && isKeyOfTalk(name, unit))
    return {
      code: "unknown-key",
      range: rangeOf(pair.key),
      message: `A break must not have \`${name}\`: only ${quotedList(keysAt(location.path).slice(1))}.`,
      fixes: () => unknownKeyFixes(pair, corrections, location, unit, context),
    };
  const isLink = isLinkKey(pair, location);
  const hint = best?.isLikely
    ? `Did you mean \`${best.key}\`?`
    : list !== undefined || isLink
      ? `Did you mean an entry of \`${list ?? "links"}\`?`
      : `Expected one of ${quotedList(keysAt(location.path))}.`;
  return {
    code: "unknown-key",
    range: rangeOf(pair.key),
    message: `\`${messageText(name, 40)}\` is not a key of ${describeLocation(location, unit)}. ${hint}`,
    fixes: () => unknownKeyFixes(pair, corrections, location, unit, context),
    ...(best?.isLikely && { slip: name }),
  };
}

/** `{text: Ask, owner A. Forti}`; one finding for all entries of the list */
function colonFinding(
  pair: KeyedValue,
  colon: KeyWithoutColon,
  { node, parent, path }: SchemaLocation,
): Finding | undefined {
  const entries = isSeq(parent) ? entriesOf(parent) : [node];
  const all = entries.flatMap((entry) => keysWithoutColon(entry, path));
  if (all[0]?.edit.start !== colon.edit.start) return undefined;
  const { start } = rangeOf(pair.key);
  return {
    code: "unknown-key",
    range: { start, end: start + colon.key.length },
    message: `Expected \`:\` and a space after \`${colon.key}\`.`,
    fixes: () => [{ title: `Write \`${colon.key}:\``, edits: all.map(({ edit }) => edit), preferred: true }],
  };
}

/** `{text: Ask, write, owner: A. Forti}`, where the comma belongs to the text */
function commaFinding(
  { first, quoted }: TextWithCommas,
  location: SchemaLocation,
  unit: Unit,
  { text }: RuleContext,
): Finding {
  const edits = [{ ...quoted, text: quote(text.slice(quoted.start, quoted.end)) }];
  return {
    code: "unknown-key",
    range: rangeOf(first.key),
    message: `\`${messageText(first.name, 40)}\` is not a key of ${describeLocation(location, unit)}: quote a text with a comma.`,
    fixes: () => [{ title: "Quote this text", edits, preferred: true }],
  };
}

/** True if an entry of the same list before this one has the key: one finding is about all of them. */
function isInEarlierEntry(name: string, { node, parent }: SchemaLocation): boolean {
  const entries = entriesOf(parent);
  return entries
    .slice(0, node ? entries.indexOf(node) : 0)
    .some((entry) => pairOf(entry, name) !== undefined);
}

/** `end: "10:30"` */
function endFinding(pair: KeyedValue, location: SchemaLocation, unit: Unit, context: RuleContext): Finding {
  const owner = describeLocation(location, unit);
  const message = `\`${messageText(pair.name, 40)}\` is not a key of ${owner}: write a \`start\` and a \`duration\` in minutes.`;
  const fixes = () => endKeyFixes(pair, location, context);
  return { code: "unknown-key", range: rangeOf(pair.key), message, fixes };
}
