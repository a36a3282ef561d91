/** `unknown-key` and `missing-key`. */

import { isMap } from "yaml";
import type { Unit } from "../document/parseBlock";
import type { Finding, Fix } from "../findings/finding";
import { keysAt } from "../schema/schema";
import { inMessage } from "../text/displayText";
import { addKey, replaceScalar } from "../yaml/edits";
import { pairOf, pairsOf, rangeOf, type YAMLMap } from "../yaml/nodes";
import { emptyKey } from "./emptyKey";
import { isMeant, meantBy } from "./meantKey";
import type { RuleContext } from "./rule";
import { capital, clipToLine, describePlace, type Place } from "./schemaPlace";
import { valueFor } from "./valueFixes";

export function unknownKey(
  name: string,
  place: Place,
  unit: Unit,
  context: RuleContext,
): Finding | undefined {
  const pair = pairOf(place.node, name);
  if (!pair) return undefined;
  const empty = emptyKey(pair.key, context.text);
  if (empty) return empty;
  const choices = meantBy(name, place.node, place.path, context.vocabulary);
  const best = choices[0];
  const owner = describePlace(place, unit);
  return {
    code: "unknown-key",
    range: rangeOf(pair.key),
    message: `\`${inMessage(name, 40)}\` is not a key of ${owner}.${best ? ` Did you mean \`${best}\`?` : ` It takes ${list(keysAt(place.path))}.`}`,
    fixes: () =>
      choices.map((key, rank) => ({
        title: `Replace with \`${key}\``,
        edits: [
          replaceScalar(context.text, pair.key, key),
          ...valueFor([...place.path, key], pair.value, context.text),
        ],
        preferred: rank === 0,
      })),
  };
}

const placeholders: Readonly<Record<string, string>> = {
  answer: "Yes",
  count: "0",
  question: "What was asked?",
  text: "What has to be done",
  title: "Untitled",
  topic: "Untitled",
};

export function missingKey(
  name: string,
  place: Place,
  unit: Unit,
  context: RuleContext,
): Finding | undefined {
  const { node } = place;
  if (!isMap(node) || isMeant(name, node, place.path, context.vocabulary)) return undefined;
  const first = pairsOf(node)[0];
  const range = first
    ? rangeOf(first.key)
    : place.key
      ? rangeOf(place.key)
      : clipToLine(context.text, rangeOf(node));
  return {
    code: "missing-key",
    range,
    message: `${capital(describePlace(place, unit))} needs a \`${name}\`.`,
    fixes: () => [addKeyFix(name, place, node, context)],
  };
}

function addKeyFix(name: string, place: Place, map: YAMLMap, context: RuleContext): Fix {
  const keys = keysAt(place.path);
  const value = name === "date" ? context.today : (placeholders[name] ?? "x");
  const edit = addKey(context.text, map, name, value, keys.slice(0, keys.indexOf(name)));
  return { title: `Add \`${name}\``, edits: [edit], preferred: true };
}

function list(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(", ");
}
