/** The form of the entries of a list, and what people write in its place. */
import { isScalar, type YAMLMap } from "yaml";
import type { Edit } from "../../text/range";
import { type KeyedValue, type Node, pairsOf, stringOf } from "../../yaml/nodes";
import { quoteIfNeeded } from "../../yaml/scalars";
import { isKeyOrCorrection } from "../keys/keyCorrections";
import type { RuleContext } from "../shared/rule";

/** The source of an entry in a flow list, and its lines in a block list if they differ. */
export interface ListEntry {
  readonly flow: string;
  readonly lines?: readonly string[];
}

export interface EntryForm {
  readonly message: string;
  readonly title: string;
  /** false for a node in another form than the list's entries; other mistakes in it have separate findings */
  readonly isEntry: (node: Node, context: RuleContext) => boolean;
  /** @returns the entries that replace the pairs of a mapping; undefined if this is not certain */
  readonly fromPairs: (
    pairs: readonly KeyedValue[],
    context: RuleContext,
  ) => readonly ListEntry[] | undefined;
  /** @returns the keys that replace the first key of an entry, if its other keys are those of the format */
  readonly fromFirstKey?: (first: KeyedValue, map: YAMLMap) => readonly string[] | undefined;
  /** @returns the entries that replace a text or a list */
  readonly fromEntry: (node: Node, context: RuleContext) => readonly ListEntry[] | undefined;
  /** @returns edits for a text instead of the list; other texts have the general fix */
  readonly fromText?: (node: Node, context: RuleContext) => readonly Edit[] | undefined;
}

/** True for a mapping with a key of the list's entries, or with one that is corrected to such a key. */
export function hasKeyOf(node: Node, list: "actions" | "answers", { vocabulary }: RuleContext): boolean {
  const path = list === "actions" ? ["contributions", 0, "actions", 0] : ["surveys", 0, "answers", 0];
  return pairsOf(node).some(({ name }) => isKeyOrCorrection(name, node, path, vocabulary));
}

/** A text or the source of a number, such as the `12` of `In favour: 12`; undefined for other values, and for lines. */
export function wordsOf(node: Node | null): string | undefined {
  const words = isScalar(node) && typeof node.value !== "string" ? node.source : stringOf(node);
  return words === undefined || words.trim() === "" || words.includes("\n") ? undefined : words;
}

/** The source of a text on one line; undefined for other values. */
export function sourceOfText(node: Node | null): string | undefined {
  const text = stringOf(node);
  return text === undefined || text.trim() === "" || text.includes("\n") ? undefined : quoteIfNeeded(text);
}

export function allOf<T>(values: readonly (T | undefined)[]): readonly T[] | undefined {
  return values.includes(undefined) ? undefined : (values as readonly T[]);
}
