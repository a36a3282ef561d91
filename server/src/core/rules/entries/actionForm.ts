import { isEmpty, type KeyedValue, type Node, pairOf, pairsOf, stringOf } from "../../yaml/nodes";
import { quote, quoteIfNeeded } from "../../yaml/scalars";
import { isCorrectionOfSomeKey, isKeyOrCorrection } from "../keys/keyCorrections";
import type { RuleContext } from "../shared/rule";
import { withWholeText } from "../values/wholeText";
import { allOf, type EntryForm, hasKeyOf, type ListEntry, sourceOfText, wordsOf } from "./entryForm";

/** `Ask the sites` and `A. Forti: Ask` as an action with keys */
export const actions: EntryForm = {
  message: "An action must have keys, for example `text: Ask the sites`.",
  title: "Write it as an action",
  isEntry: (node, context) =>
    isEmpty(node) || (hasKeyOf(node, "actions", context) && !firstKeyOfAction(node, context)),
  fromPairs: (pairs) => (pairs.length === 1 ? allOf(pairs.map(actionFromPair)) : undefined),
  fromFirstKey: (first, map) => {
    const words = stringOf(first.value) ?? "";
    if (!pairOf(map, "owner")) return actionFromPair(first)?.lines;
    return words === "" || words.includes("\n") ? undefined : [`text: ${quote(`${first.name}: ${words}`)}`];
  },
  fromEntry: (node) => {
    const text = sourceOfText(node);
    return text === undefined ? undefined : [{ flow: `{text: ${text}}`, lines: [`text: ${text}`] }];
  },
};

/** `A. Forti: Ask the sites`; other words before the colon belong to the text. */
function actionFromPair({ key, name, value }: KeyedValue): ListEntry | undefined {
  const words = wordsOf(value);
  if (!value || words === undefined) return undefined;
  const text = quoteIfNeeded(words);
  const owner = quoteIfNeeded(key.source ?? name);
  const whole = quote(`${name}: ${words}`);
  const keys =
    isOwner(name) && stringOf(value) !== undefined
      ? [`text: ${text}`, `owner: ${owner}`]
      : [`text: ${whole}`];
  return { flow: `{${keys.join(", ")}}`, lines: keys };
}

/** The key of `A. Forti: Ask` above `due: 2020-01-31`. */
function firstKeyOfAction(node: Node, { text, vocabulary }: RuleContext): boolean {
  const path = ["contributions", 0, "actions", 0];
  const [first] = pairsOf(node);
  if (!first || pairOf(node, "text")) return false;
  if (sourceOfText(withWholeText(first, text).value) === undefined) return false;
  if (!/^\p{Lu}/u.test(first.name) || isKeyOrCorrection(first.name, node, path, vocabulary)) return false;
  return !isCorrectionOfSomeKey("text", node, path, vocabulary);
}

const commonWords =
  /^(?:note|info|remark|update|reminder|important|question|comment|decision|aob|nb|ps|follow-up)$/i;

/** A name begins with a capital letter and has at most four words. */
function isOwner(name: string): boolean {
  return /^\p{Lu}/u.test(name) && name.trim().split(/\s+/).length <= 4 && !commonWords.test(name.trim());
}
