import type { Unit } from "../document/parseBlock";
import type { Finding, Fix } from "../findings/finding";
import { keysAt } from "../schema/schema";
import { messageText } from "../text/displayText";
import { replaceScalar } from "../yaml/edits";
import { type KeyedValue, pairOf, rangeOf } from "../yaml/nodes";
import { emptyKey } from "./emptyKey";
import { keyCorrectionsFor } from "./misspeltKey";
import type { RuleContext } from "./rule";
import { describeLocation, quotedList, type SchemaLocation } from "./schemaLocation";
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
  const choices = keyCorrectionsFor(name, location.node, location.path, context.vocabulary);
  const hint = choices[0]
    ? `Did you mean \`${choices[0]}\`?`
    : `Expected one of ${quotedList(keysAt(location.path))}.`;
  return {
    code: "unknown-key",
    range: rangeOf(pair.key),
    message: `\`${messageText(name, 40)}\` is not a key of ${describeLocation(location, unit)}. ${hint}`,
    fixes: () => choices.map((key, rank) => renameFix(key, rank === 0, pair, location, context.text)),
  };
}

function renameFix(
  key: string,
  preferred: boolean,
  pair: KeyedValue,
  { path }: SchemaLocation,
  text: string,
): Fix {
  const edits = [
    replaceScalar(text, pair.key, key),
    ...renamedKeyValueEdits([...path, key], pair.value, text),
  ];
  return { title: `Replace with \`${key}\``, edits, preferred };
}
