/** A title that YAML reads as a key: `- Rucio: the next steps`, `- Coffee:`, `- First talk:` with its keys below. */
import { isMap, isScalar } from "yaml";
import type { Vocabulary } from "../../catalogue/vocabulary";
import type { Unit } from "../../document/parseBlock";
import type { Fix } from "../../findings/finding";
import { schemaPathOf, titleKey } from "../../schema/itemKinds";
import { keysAt } from "../../schema/schema";
import { type Edit, lineEndOf } from "../../text/range";
import { columnOf, pairEnd, pairStart } from "../../yaml/edits";
import { isEmpty, type KeyedValue, pairOf, pairsOf, rangeOf, stringOf } from "../../yaml/nodes";
import { quote, quoteIfNeeded } from "../../yaml/scalars";
import { isCorrectionOfSomeKey, isKeyOrCorrection } from "./keyCorrections";
import { isSpellingOf } from "./keyNames";

/** @returns the first key of an item without a title, if its words are the title */
export function keyThatIsTitle({ kind, node }: Unit, vocabulary: Vocabulary): KeyedValue | undefined {
  const title = titleKey(kind);
  const path = schemaPathOf(kind);
  const [first] = pairsOf(node);
  if (kind === "meeting" || !node || !first || pairOf(node, title)) return undefined;
  // a word in lower case is more likely a key of another format
  if (!/[\p{Lu}\s]/u.test(first.name)) return undefined;
  if (isHeading(first, kind)) return first;
  if (isKeyOrCorrection(first.name, node, path, vocabulary)) return undefined;
  return isCorrectionOfSomeKey(title, node, path, vocabulary) ? undefined : first;
}

/** `- Summary:` without a value, or with the keys of the item below it; not `- Title:`, where the title is missing. */
function isHeading({ name, value }: KeyedValue, kind: Unit["kind"]): boolean {
  if (isSpellingOf(name, titleKey(kind)) || keysAt(schemaPathOf(kind)).includes(name)) return false;
  return isEmpty(value) || pairsOf(value).some((pair) => keysAt(schemaPathOf(kind)).includes(pair.name));
}

/** @returns the fix that writes the key as the title; empty if its value is in the way */
export function titleFixes(pair: KeyedValue, unit: Unit, text: string): readonly Fix[] {
  const edit = titleEdit(pair, titleKey(unit.kind), unit, text);
  return edit ? [{ title: `Make it the \`${titleKey(unit.kind)}\``, edits: [edit], preferred: true }] : [];
}

function titleEdit(pair: KeyedValue, title: string, { node }: Unit, text: string): Edit | undefined {
  const { name, value } = pair;
  const range = { start: pairStart(text, pair), end: pairEnd(text, pair) };
  const named = `${title}: ${quoteIfNeeded(name)}`;
  if (!value || isEmpty(value)) return { ...range, text: named };
  if (isScalar(value)) {
    const words = stringOf(value) ?? value.source ?? "";
    return words.includes("\n") ? undefined : { ...range, text: `${title}: ${quote(`${name}: ${words}`)}` };
  }
  if (!isMap(value) || !isMap(node) || node.flow) return undefined;
  const inner = rangeOf(value).start;
  if (value.flow)
    return node.items.length > 1 || value.items.length === 0
      ? undefined
      : { start: range.start, end: inner + 1, text: `{${named}, ` };
  const column = columnOf(text, range.start);
  const lines = dedented(text.slice(inner, range.end), columnOf(text, inner) - column);
  return { ...range, text: `${named}${lineEndOf(text)}${" ".repeat(column)}${lines}` };
}

/** The text with up to `count` spaces less before each line but the first. */
function dedented(text: string, count: number): string {
  return text
    .split("\n")
    .map((line, at) => (at === 0 ? line : line.slice(Math.min(count, Math.max(0, line.search(/\S/))))))
    .join("\n");
}
