import { isMap } from "yaml";
import type { Unit } from "../document/parseBlock";
import type { Finding, Fix } from "../findings/finding";
import { keysAt } from "../schema/schema";
import type { Range } from "../text/range";
import { addKey } from "../yaml/edits";
import { pairsOf, rangeOf, type YAMLMap } from "../yaml/nodes";
import { isMeant } from "./misspeltKey";
import type { RuleContext } from "./rule";
import { capital, clipToLine, describePlace, type Place } from "./valuePlace";

const placeholders: Readonly<Record<string, string>> = {
  answer: "Yes",
  count: "0",
  question: "What was asked?",
  text: "What has to be done",
  title: "Untitled",
  topic: "Untitled",
};

/** `missing-key`, unless a misspelt key stands for it. */
export function missingKey(
  name: string,
  place: Place,
  unit: Unit,
  context: RuleContext,
): Finding | undefined {
  const { node } = place;
  if (!isMap(node) || isMeant(name, node, place.path, context.vocabulary)) return undefined;
  return {
    code: "missing-key",
    range: markedRange(node, place, context.text),
    message: `${capital(describePlace(place, unit))} must have the key \`${name}\`.`,
    fixes: () => [addKeyFix(name, place, node, context)],
  };
}

/** The first key; of a mapping without keys the key above it, or its first line. */
function markedRange(map: YAMLMap, place: Place, text: string): Range {
  const key = pairsOf(map)[0]?.key ?? place.key;
  return key ? rangeOf(key) : clipToLine(text, rangeOf(map));
}

function addKeyFix(name: string, place: Place, map: YAMLMap, context: RuleContext): Fix {
  const keys = keysAt(place.path);
  const value = name === "date" ? context.today : (placeholders[name] ?? "x");
  const edit = addKey(context.text, map, name, value, keys.slice(0, keys.indexOf(name)));
  return { title: `Add \`${name}\``, edits: [edit], preferred: true };
}
