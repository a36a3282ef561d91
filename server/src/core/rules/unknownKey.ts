import type { Unit } from "../document/parseBlock";
import type { Finding, Fix } from "../findings/finding";
import { keysAt } from "../schema/schema";
import { inMessage } from "../text/displayText";
import { replaceScalar } from "../yaml/edits";
import { type KeyedValue, pairOf, rangeOf } from "../yaml/nodes";
import { emptyKey } from "./emptyKey";
import { meantBy } from "./misspeltKey";
import type { RuleContext } from "./rule";
import { valueFor } from "./valueFixes";
import { describePlace, type Place, quotedList } from "./valuePlace";

/** `unknown-key` */
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
  const hint = choices[0]
    ? `Did you mean \`${choices[0]}\`?`
    : `Expected one of ${quotedList(keysAt(place.path))}.`;
  return {
    code: "unknown-key",
    range: rangeOf(pair.key),
    message: `\`${inMessage(name, 40)}\` is not a key of ${describePlace(place, unit)}. ${hint}`,
    fixes: () => choices.map((key, rank) => renameFix(key, rank === 0, pair, place, context.text)),
  };
}

function renameFix(key: string, preferred: boolean, pair: KeyedValue, { path }: Place, text: string): Fix {
  const edits = [replaceScalar(text, pair.key, key), ...valueFor([...path, key], pair.value, text)];
  return { title: `Replace with \`${key}\``, edits, preferred };
}
