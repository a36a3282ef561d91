/** Lists of texts: a text with a colon is read as a key. */
import { isMap } from "yaml";
import { isEmpty, type KeyedValue, pairsOf } from "../../yaml/nodes";
import { quote, quoteIfNeeded } from "../../yaml/scalars";
import { isKeyOrCorrection } from "../keys/keyCorrections";
import { allOf, type EntryForm, type ListEntry, wordsOf } from "./entryForm";

/** The path of a person; the keys are the same in all lists of persons. */
const personPath = ["meeting", "attendees", 0] as const;

export const names: EntryForm = {
  message:
    "A person must be a name, such as `A. Forti`, or keys such as `{name: A. Forti, affiliation: CERN}`.",
  title: "Write it as a person",
  isEntry: (node, { vocabulary }) =>
    !isMap(node) || pairsOf(node).some(({ name }) => isKeyOrCorrection(name, node, personPath, vocabulary)),
  fromPairs: (pairs) => personsFromPairs(pairs),
  fromEntry: () => undefined,
};

/** `A. Forti: CERN` and `CERN: A. Forti` with both keys, other words with a colon in quotes. */
function personsFromPairs(pairs: readonly KeyedValue[]): readonly ListEntry[] | undefined {
  // `{A. Forti, B. Two}`
  if (pairs.every(({ value }) => isEmpty(value)))
    return pairs.map(({ name }) => ({ flow: quoteIfNeeded(name) }));
  return allOf(
    pairs.map(({ name, value }) => {
      const words = wordsOf(value);
      if (words === undefined) return undefined;
      const person = isFullName(name) ? [name, words] : isFullName(words) ? [words, name] : undefined;
      const other = person?.[1] ?? "";
      if (!person || isFullName(other) || roleWords.test(other) || !/^\p{Lu}/u.test(other))
        return { flow: quote(`${name}: ${words}`) };
      return { flow: `{name: ${quoteIfNeeded(person[0] ?? "")}, affiliation: ${quoteIfNeeded(other)}}` };
    }),
  );
}

/** Words before a name that are no affiliation. */
const roleWords = /^(?:chair|convener|speaker|host|moderator|remote|online|excused|absent|present|late)/i;

/** `A. Forti` and `Alessandra Forti`, but not `CERN` and `Univ. of Oslo`. */
function isFullName(text: string): boolean {
  return /^(?:\p{Lu}\.[ -]?){1,3}\p{Lu}[\p{L}'’-]*$|^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u.test(text.slice(0, 100));
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
