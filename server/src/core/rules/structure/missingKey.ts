import { isMap } from "yaml";
import type { Unit } from "../../document/parseBlock";
import type { Finding, Fix } from "../../findings/finding";
import { titleKey } from "../../schema/itemKinds";
import { keysAt } from "../../schema/schema";
import type { Range } from "../../text/range";
import { addKey } from "../../yaml/edits";
import { isEmpty, pairsOf, rangeOf, type YAMLMap } from "../../yaml/nodes";
import { keyThatIsBreak } from "../keys/breakKey";
import { isCorrectionOfSomeKey } from "../keys/keyCorrections";
import { keyThatIsTitle } from "../keys/titleKey";
import type { RuleContext } from "../shared/rule";
import { capitalized, clipToLine, describeLocation, type SchemaLocation } from "../shared/schemaLocation";

const placeholders: Readonly<Record<string, string>> = {
  answer: "Yes",
  count: "0",
  question: "What was asked?",
  text: "What has to be done",
  title: "Untitled",
  topic: "Untitled",
};

/** `missing-key`, unless a misspelt key replaces it. */
export function missingKey(
  name: string,
  location: SchemaLocation,
  unit: Unit,
  context: RuleContext,
): Finding | undefined {
  const { node } = location;
  if (!isMap(node) || isCorrectionOfSomeKey(name, node, location.path, context.vocabulary)) return undefined;
  if (location.parent === null && keyThatIsTitle(unit, context.vocabulary) && name === titleKey(unit.kind))
    return undefined;
  if (location.parent === null && keyThatIsBreak(unit)) return undefined;
  return {
    code: "missing-key",
    isIncomplete: true,
    range: reportedRange(node, location, context.text),
    message: `${capitalized(describeLocation(location, unit))} must have the key \`${name}\`.`,
    fixes: () => (isLoneQuestionMark(node, context.text) ? [] : [addKeyFix(name, location, node, context)]),
  };
}

/** The range of the first key; for a mapping without keys, of the key above it or of its first line. */
function reportedRange(map: YAMLMap, place: SchemaLocation, text: string): Range {
  const key = pairsOf(map)[0]?.key ?? place.key;
  return key ? rangeOf(key) : clipToLine(text, rangeOf(map));
}

/** `[? ]`, a map without braces that has an empty key: a key cannot be added to it. */
function isLoneQuestionMark(map: YAMLMap, text: string): boolean {
  const [first] = pairsOf(map);
  const { start } = rangeOf(map);
  return map.flow === true && text[start] !== "{" && first !== undefined && isEmpty(first.key);
}

function addKeyFix(name: string, location: SchemaLocation, map: YAMLMap, context: RuleContext): Fix {
  const keys = keysAt(location.path);
  const value = name === "date" ? context.today : (placeholders[name] ?? "x");
  const edit = addKey(context.text, map, name, value, keys.slice(0, keys.indexOf(name)));
  return { title: `Add \`${name}\``, edits: [edit], preferred: true };
}
