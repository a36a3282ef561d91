/** Lists of texts: a text with a colon is read as a key. */
import { isMap } from "yaml";
import { isEmpty, type KeyedValue } from "../../yaml/nodes";
import { quote, quoteIfNeeded } from "../../yaml/scalars";
import { allOf, type EntryForm, type ListEntry, wordsOf } from "./entryForm";

export const names: EntryForm = {
  message: "A name must be text, such as `A. Forti`: quote a name with a colon.",
  title: "Write it as text",
  isEntry: (node) => !isMap(node),
  fromPairs: nameFromPairs,
  fromEntry: () => undefined,
};

/** `name: A. Forti` as the name, `CERN: A. Forti` in quotes, `{name: A. Forti, affiliation: CERN}` as `A. Forti (CERN)`. */
function nameFromPairs(pairs: readonly KeyedValue[]): readonly ListEntry[] | undefined {
  const [first, ...others] = pairs;
  // `{A. Forti, B. Two}`
  if (pairs.every(({ value }) => isEmpty(value)))
    return pairs.map(({ name }) => ({ flow: quoteIfNeeded(name) }));
  const texts = pairs.map(({ value }) => wordsOf(value));
  if (!first || texts.includes(undefined)) return undefined;
  if (!/^(?:full ?)?(?:name|speaker|person)$/i.test(first.name))
    return allOf(pairs.map(({ name, value }) => ({ flow: quote(`${name}: ${wordsOf(value)}`) })));
  const details = texts.slice(1).join(", ");
  return [{ flow: quoteIfNeeded(others.length === 0 ? (texts[0] ?? "") : `${texts[0]} (${details})`) }];
}

export const decisions: EntryForm = {
  message: "A decision must be text: quote a decision with a colon.",
  title: "Write it as text",
  isEntry: (node) => !isMap(node),
  fromPairs: (pairs) =>
    allOf(
      pairs.map(({ name, value }) => {
        if (isEmpty(value)) return { flow: quote(`${name}:`) };
        const text = wordsOf(value);
        if (text === undefined) return undefined;
        return { flow: /^(?:decision|text)$/i.test(name) ? quoteIfNeeded(text) : quote(`${name}: ${text}`) };
      }),
    ),
  fromEntry: () => undefined,
};
