import { isMap, isScalar, isSeq } from "yaml";
import { asNode, isEmpty, type KeyedValue, stringOf } from "../../yaml/nodes";
import type { RuleContext } from "../shared/rule";
import { allOf, type EntryForm, type ListEntry } from "./entryForm";

/** `security: aai` and `security: true` as references */
export const themes: EntryForm = {
  message: "A theme must be text, such as `security` or `security/aai`.",
  title: "Write it as a theme",
  isEntry: (node) => !isMap(node),
  fromPairs: (pairs, context) => allOf(pairs.map((pair) => themeFromPair(pair, context)))?.flat(),
  fromEntry: () => undefined,
};

/** `security: aai` as `security/aai`, `security: true` as `security`; only themes of the catalogue. */
function themeFromPair(
  { name, value }: KeyedValue,
  { vocabulary }: RuleContext,
): readonly ListEntry[] | undefined {
  if (vocabulary.resolve(name) === undefined) return undefined;
  if (isEmpty(value) || (isScalar(value) && /^(?:true|yes|x)$/i.test(String(value.value))))
    return [{ flow: name }];
  const topics = isSeq(value) ? value.items.map((item) => stringOf(asNode(item))) : [stringOf(value)];
  const refs = topics.map((topic) => `${name}/${topic ?? ""}`);
  return refs.every((ref) => vocabulary.resolve(ref) !== undefined)
    ? refs.map((flow) => ({ flow }))
    : undefined;
}
