/** The fix that adds the value of `speaker: B. Two` to the list `speakers` that the mapping already has. */
import { isScalar, isSeq, type YAMLMap } from "yaml";
import type { Fix } from "../../findings/finding";
import { peopleKeys } from "../../schema/keyKinds";
import { keysAt, type SchemaPath } from "../../schema/schema";
import { addEntries } from "../../yaml/addEntries";
import { entriesOf, type KeyedValue, pairOf, stringOf } from "../../yaml/nodes";
import { removeKey } from "../../yaml/removeKey";
import { quoteIfNeeded } from "../../yaml/scalars";
import { isSpellingOf, keysCalled } from "../keys/keyNames";

/** Lists of texts. */
const textLists: readonly string[] = [...peopleKeys, "owners", "decisions", "themes"];

/**
 * @param path of the mapping
 * @returns the list of the mapping to which an unknown key belongs
 */
export function listFor(name: string, map: unknown, path: SchemaPath): string | undefined {
  // `speaker 2`
  const called = name.replace(/\d{1,2}$/, "").trimEnd();
  const [first] = keysCalled(called, path);
  const key = keysAt(path).find(
    (known) => textLists.includes(known) && (isSpellingOf(called, known) || first === known),
  );
  return key !== undefined && isSeq(pairOf(map, key)?.value) ? key : undefined;
}

/** @param path of the mapping */
export function addToListFix(
  pair: KeyedValue,
  map: YAMLMap,
  path: SchemaPath,
  text: string,
): Fix | undefined {
  const key = listFor(pair.name, map, path);
  const list = key === undefined ? undefined : pairOf(map, key)?.value;
  const texts = textsOf(pair);
  const removal = removeKey(text, map, pair);
  if (!isSeq(list) || texts.length === 0 || !removal) return undefined;
  const edit = addEntries(text, list, texts.map(quoteIfNeeded));
  return edit && { title: `Add to \`${key}\``, edits: [edit, removal] };
}

function textsOf({ value }: KeyedValue): readonly string[] {
  const entries = isScalar(value) ? [value] : entriesOf(value);
  const texts = entries.map((entry) => stringOf(entry)?.trim() ?? "");
  return texts.some((entry) => entry === "" || entry.includes("\n")) ? [] : texts;
}
