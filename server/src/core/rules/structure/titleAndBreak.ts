/** An entry of `contributions` with a `title` and with a `break`: it is a talk or a break. */
import { isMap, isScalar } from "yaml";
import type { Unit } from "../../document/parseBlock";
import type { Finding, Fix } from "../../findings/finding";
import { replaceValue } from "../../yaml/edits";
import { type KeyedValue, pairOf, rangeOf, stringOf } from "../../yaml/nodes";
import { removeKey } from "../../yaml/removeKey";
import { quoteIfNeeded } from "../../yaml/scalars";
import { commentFix } from "./endOfItem";

/** @returns the finding for the key `break` of a contribution with a title; undefined for another key */
export function titleAndBreak(pair: KeyedValue, unit: Unit, text: string): Finding | undefined {
  if (unit.kind !== "contributions" || pair.name !== "break") return undefined;
  return {
    code: "unknown-key",
    range: rangeOf(pair.key),
    message: "An entry must have either a `title` or a `break`: a break has no title.",
    fixes: () => fixesFor(pair, unit, text),
  };
}

function fixesFor(pair: KeyedValue, { node }: Unit, text: string): readonly Fix[] {
  const title = pairOf(node, "title");
  if (!isMap(node) || !title || !pair.value) return [];
  const name = stringOf(title.value) ?? "";
  const withoutTitle = removeKey(text, node, title);
  if (isYes(pair) && withoutTitle && name !== "") {
    const edits = [withoutTitle, replaceValue(text, pair.value, quoteIfNeeded(name))];
    return [{ title: "Make it a break", edits, preferred: true }];
  }
  if (name.toLowerCase() === stringOf(pair.value)?.toLowerCase()) {
    const withoutBreak = removeKey(text, node, pair);
    return [
      ...(withoutTitle ? [{ title: "Remove the `title`", edits: [withoutTitle], preferred: true }] : []),
      ...(withoutBreak ? [{ title: "Remove the `break`", edits: [withoutBreak] }] : []),
    ];
  }
  return [...commentFix(title, text), ...commentFix(pair, text)].map((fix) => ({ ...fix, preferred: false }));
}

/** `break: true` */
function isYes({ value }: KeyedValue): boolean {
  return isScalar(value) && /^(?:true|yes|y|x|1)$/i.test(String(value.value));
}
