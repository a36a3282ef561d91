import { isSeq } from "yaml";
import type { Unit } from "../../document/parseBlock";
import type { Finding, Fix } from "../../findings/finding";
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

/** An unknown key, and where it is. */
interface UnknownKey {
  readonly pair: KeyedValue;
  readonly location: SchemaLocation;
  readonly unit: Unit;
  readonly context: RuleContext;
}

/** `unknown-key` */
export function unknownKey(
  name: string,
  location: SchemaLocation,
  unit: Unit,
  context: RuleContext,
): Finding | undefined {
  const pair = pairOf(location.node, name);
  if (!pair) return undefined;
  const key = { pair, location, unit, context };
  const empty = emptyKey(pair.key, context.text);
  if (empty) return empty;
  if (isEndOfItem(name, location.path)) return endFinding(key);
  if (isInEarlierEntry(name, location)) return undefined;
  const colon = keyWithoutColon(pair, location.node, location.path);
  if (colon) return colonFinding(pair, colon, location);
  const comma = afterComma(pair, location, context.text);
  if (comma) return comma.first.key === pair.key ? commaFinding(comma, key) : undefined;
  return gluedFinding(key) ?? findingOfUnit(key) ?? otherFinding(key);
}

/** `title:Rucio` */
function gluedFinding({ pair, location, context }: UnknownKey): Finding | undefined {
  const glued = gluedKey(pair, keysAt(location.path), context.text);
  return (
    glued && {
      code: "unknown-key",
      range: { start: rangeOf(pair.key).start, end: glued.edit.start },
      message: "Missing space after this colon.",
      fixes: () => [{ title: "Insert a space after the colon", edits: [glued.edit], preferred: true }],
      slip: "missing space",
    }
  );
}

/** A key of the unit itself that means its title, or that shows that the unit is another kind of entry. */
function findingOfUnit(key: UnknownKey): Finding | undefined {
  const { pair, location, unit, context } = key;
  if (location.parent !== null) return undefined;
  if (keyThatIsBreak(unit)?.key === pair.key) return breakFinding(key);
  if (keyThatIsTitle(unit, context.vocabulary)?.key === pair.key) return titleFinding(key);
  return (
    titleAndBreak(pair, unit, context.text) ??
    talkAmongActions(pair, unit) ??
    (isKeyOfTalk(pair.name, unit) ? talkKeyFinding(key) : undefined)
  );
}

function breakFinding({ pair, unit, context }: UnknownKey): Finding {
  return {
    code: "unknown-key",
    range: rangeOf(pair.key),
    message: `\`${messageText(pair.name, 40)}\` is not a key of a contribution. Did you mean \`break\`?`,
    fixes: () => breakKeyNameFixes(pair, unit, context.text),
  };
}

function titleFinding({ pair, location, unit, context }: UnknownKey): Finding {
  const title = unit.kind === "actions" ? "text" : "title";
  return {
    code: "unknown-key",
    range: rangeOf(pair.key),
    message: `\`${messageText(pair.name, 40)}\` is not a key of ${describeLocation(location, unit)}. A ${title} must follow \`${titleKey(unit.kind)}: \`.`,
    slip: "title without its key",
    fixes: () => titleFixes(pair, unit, context.text),
  };
}

/** `notes` in a break */
function talkKeyFinding(key: UnknownKey): Finding {
  const { pair, location } = key;
  return {
    code: "unknown-key",
    range: rangeOf(pair.key),
    message: `A break must not have \`${pair.name}\`: only ${quotedList(keysAt(location.path).slice(1))}.`,
    fixes: () => fixesFor(key),
  };
}

function otherFinding(key: UnknownKey): Finding {
  const { pair, location, unit } = key;
  const { name } = pair;
  const [best] = correctionsFor(key);
  const list =
    listFor(name, location.node, location.path) ?? (isLinkKey(pair, location) ? "links" : undefined);
  const hint = best?.isLikely
    ? `Did you mean \`${best.key}\`?`
    : list !== undefined
      ? `Did you mean an entry of \`${list}\`?`
      : `Expected one of ${quotedList(keysAt(location.path))}.`;
  return {
    code: "unknown-key",
    range: rangeOf(pair.key),
    message: `\`${messageText(name, 40)}\` is not a key of ${describeLocation(location, unit)}. ${hint}`,
    fixes: () => fixesFor(key),
    ...(best?.isLikely && { slip: name }),
  };
}

function fixesFor(key: UnknownKey): readonly Fix[] {
  return unknownKeyFixes(key.pair, correctionsFor(key), key.location, key.unit, key.context);
}

function correctionsFor({ pair: { name }, location, context }: UnknownKey) {
  return keyCorrectionsFor(name, location.node, location.path, context.vocabulary);
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
function commaFinding({ first, quoted }: TextWithCommas, { location, unit, context }: UnknownKey): Finding {
  const { text } = context;
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
function endFinding({ pair, location, unit, context }: UnknownKey): Finding {
  const owner = describeLocation(location, unit);
  const message = `\`${messageText(pair.name, 40)}\` is not a key of ${owner}: write a \`start\` and a \`duration\` in minutes.`;
  const fixes = () => endKeyFixes(pair, location, context);
  return { code: "unknown-key", range: rangeOf(pair.key), message, fixes };
}
