import { isAlias, isMap, isScalar, isSeq, type Pair, visit, type YAMLMap } from "yaml";
import { hasNoPlaceholder } from "../rules/structure/placeholderValue";
import { keysAt } from "../schema/schema";
import { unitKeys } from "../schema/unitKeys";
import { comparablePerson } from "../text/personName";
import { type Edit, lineAt, type Range } from "../text/range";
import type { Anchors } from "../yaml/anchors";
import { canonicalText } from "../yaml/canonicalText";
import { propertiesBefore } from "../yaml/edits";
import { asNode, type Node, rangeOf } from "../yaml/nodes";
import { isPlaceholderEntry, isPlaceholderValue } from "../yaml/placeholderNode";
import { hasAllWords } from "./sameWords";

/** A YAML text with its parse result. */
export interface ParsedText {
  readonly text: string;
  readonly root: Node | null;
  readonly anchors: Anchors;
  /** number of errors, without those about further documents */
  readonly errors: number;
  readonly warnings: number;
  readonly documents: number;
}

/** Compares the nodes of a text before and after edits: untouched nodes must keep their value. */
export class NodeComparison {
  readonly #before: ParsedText;
  readonly #after: ParsedText;
  readonly #edits: readonly Edit[];

  /** @param edits offsets in the original text */
  constructor(before: ParsedText, after: ParsedText, edits: readonly Edit[]) {
    this.#before = before;
    this.#after = after;
    this.#edits = [...edits].sort((a, b) => a.start - b.start);
  }

  /** @returns true if every untouched node of the original text is still there, in the same order */
  isSame(): boolean {
    return this.#isSame(this.#before.root, this.#after.root);
  }

  #isSame(oldNode: Node | null, newNode: Node | null): boolean {
    if (oldNode === null || !this.#isTouched(oldNode)) return this.#isEqual(oldNode, newNode);
    if (isScalar(newNode) && this.#isQuoted(oldNode)) return true;
    if (isMap(oldNode)) return this.#isSameTouchedMap(oldNode, newNode);
    if (!isSeq(oldNode)) return true;
    if (!isSeq(newNode))
      return !oldNode.items.some((entry) => isMap(entry)) || hasAllWords([oldNode], [newNode]);
    return (
      this.#isSameSequence(oldNode.items, newNode.items) ||
      this.#isReshapedSequence(oldNode.items, newNode.items)
    );
  }

  /** A key with its value may be moved into another value, and a mapping may become a list or a text of its words. */
  #isSameTouchedMap(oldMap: YAMLMap, newNode: Node | null): boolean {
    if (!isMap(newNode)) return newNode !== null && hasAllWords([oldMap], [newNode]);
    if (this.#isSameMap(oldMap.items, newNode.items)) return true;
    const moved = oldMap.items.filter((pair) => this.#isRemoved(pair));
    if (moved.length === 0) return false;
    const others = oldMap.items.filter((pair) => !moved.includes(pair));
    if (!this.#isSameMap(others, newNode.items)) return false;
    const isRepeated = ({ key }: NodePair): boolean =>
      others.some(
        (other) => this.#nameOf(other, this.#before) === canonicalText(asNode(key), this.#before.anchors),
      );
    const lost = moved.filter(
      (pair) => !isMissingValue(pair.value) && !isRepeated(pair) && !isInOtherKey(pair, newNode.items),
    );
    const withWords = others.filter((pair) => !this.#isReplacedFlag(pair));
    return lost.length === 0 || hasAllWords([...withWords, ...lost], [newNode]);
  }

  /** True for `break: true` if an edit writes a text instead of `true`. */
  #isReplacedFlag({ value }: NodePair): boolean {
    const node = asNode(value);
    return isScalar(node) && node.value === true && this.#isTouched(node);
  }

  /** True if an edit removes `themes: none` from a break, which has no themes. */
  #isNoneOfBreak(pair: NodePair, pairs: readonly NodePair[]): boolean {
    const isNamed = ({ key }: NodePair, name: string): boolean => isScalar(key) && key.value === name;
    const isNone = isNamed(pair, "themes") && isScalar(pair.value) && pair.value.value === "none";
    return isNone && pairs.some((other) => isNamed(other, "break")) && this.#isRemoved(pair);
  }

  /** True if one edit replaces the key and its value. */
  #isRemoved({ key, value }: NodePair): boolean {
    const [keyNode, valueNode] = [asNode(key), asNode(value)];
    if (keyNode === null) return false;
    const { start, end } = this.#rangeOf(keyNode);
    const last = valueNode ? Math.max(end, this.#rangeOf(valueNode).end) : end;
    return this.#isCovered({ start, end: last });
  }

  /** True if an edit writes the source of a mapping or list in quotes: `[WIP]` becomes `"[WIP]"`. */
  #isQuoted(node: Node): boolean {
    const { start, end } = rangeOf(node);
    const source = this.#before.text.slice(start, end).trimEnd();
    return this.#edits.some((edit) => edit.start === start && unquoted(edit.text).startsWith(source));
  }

  #isEqual(oldNode: unknown, newNode: unknown): boolean {
    const [nodeBefore, nodeAfter] = [asNode(oldNode), asNode(newNode)];
    const text = canonicalText(nodeBefore, this.#before.anchors);
    if (text !== undefined) return text === canonicalText(nodeAfter, this.#after.anchors);
    // for aliases that expand without end compare their names, provided that no anchored node changes
    const names = canonicalText(nodeBefore);
    return names !== undefined && names === canonicalText(nodeAfter) && !this.#touchesAnchor();
  }

  #touchesAnchor(): boolean {
    let isTouched = false;
    if (this.#before.root)
      visit(this.#before.root, {
        Value: (_, node) => {
          isTouched ||= node.anchor !== undefined && this.#isTouched(node);
        },
      });
    return isTouched;
  }

  /** An edit may rename a key or write its value. */
  #isSameMap(oldPairs: readonly NodePair[], newPairs: readonly NodePair[]): boolean {
    const remainingByName = new Map<string | undefined, NodePair[]>();
    for (const pair of newPairs) {
      const name = this.#nameOf(pair, this.#after);
      const sameName = remainingByName.get(name);
      if (sameName) sameName.push(pair);
      else remainingByName.set(name, [pair]);
    }
    const pairs = this.#removesExplicitMark() ? oldPairs.flatMap(pairsInKey) : oldPairs;
    return pairs.every((pair) => {
      const sameName = remainingByName.get(this.#nameOf(pair, this.#before));
      if (sameName) return this.#takeEqualPair(pair, sameName);
      return (
        this.#isRemovedPlaceholder(pair) ||
        this.#isNoneOfBreak(pair, newPairs) ||
        this.#isCommentedOut(pair) ||
        (this.#isKeyTouched(pair) &&
          [...remainingByName.values()].some((candidates) => this.#takeEqualPair(pair, candidates)))
      );
    });
  }

  /** True if an edit removes the `? ` of an explicit key, so that the pairs in the key are those of the mapping. */
  #removesExplicitMark(): boolean {
    return this.#edits.some(
      ({ start, end, text }) => text === "" && this.#before.text.slice(start, end).trim() === "?",
    );
  }

  #nameOf({ key }: NodePair, { anchors }: ParsedText): string | undefined {
    return canonicalText(asNode(key), anchors);
  }

  /** Finds a pair with the same value among the candidates and removes it from them. */
  #takeEqualPair(oldPair: NodePair, candidates: NodePair[]): boolean {
    const isTouched = this.#isPairTouched(oldPair);
    const isSame = (value: unknown): boolean =>
      isMissingPairValue(oldPair) || this.#isSame(asNode(oldPair.value), asNode(value));
    const isText = this.#beginsText(oldPair);
    const at = candidates.findIndex(({ value }) =>
      isText
        ? this.#hasWordsOf(oldPair, value)
        : isTouched
          ? isSame(value)
          : this.#isEqual(oldPair.value, value),
    );
    if (at >= 0) candidates.splice(at, 1);
    return at >= 0;
  }

  /** True if an edit covers the whole pair, and its value is only `none`, `tbd` or the like, which its key does not take. */
  #isRemovedPlaceholder({ key, value }: NodePair): boolean {
    const [keyNode, valueNode] = [asNode(key), asNode(value)];
    if (!keyNode || !valueNode || valueNode.anchor !== undefined || !isPlaceholderValue(valueNode))
      return false;
    const name = isScalar(keyNode) ? String(keyNode.value) : "";
    if (isKeyOfFormat(name) && !hasNoPlaceholder(name, valueNode)) return false;
    const { start } = this.#rangeOf(keyNode);
    const { end } = this.#rangeOf(valueNode);
    return this.#edits.some((edit) => edit.start <= start && end <= edit.end);
  }

  /** True if an edit makes the line of the pair, `end: "10:30"`, a comment. */
  #isCommentedOut({ key, value }: NodePair): boolean {
    const [keyNode, valueNode] = [asNode(key), asNode(value)];
    if (!keyNode || !isScalar(valueNode) || valueNode.anchor !== undefined) return false;
    const { start } = this.#rangeOf(keyNode);
    const line = lineAt(this.#before.text, start);
    const isOneLine = this.#rangeOf(valueNode).end <= line.end;
    return (
      isOneLine &&
      this.#edits.some((edit) => edit.start === start && edit.end === start && edit.text === "# ")
    );
  }

  /** True if an edit writes `|` after the key, so that the lines below it become a text. */
  #beginsText({ key, value }: NodePair): boolean {
    const [keyNode, valueNode] = [asNode(key), asNode(value)];
    if (keyNode === null || valueNode === null) return false;
    const { end } = this.#rangeOf(keyNode);
    const valueStart = rangeOf(valueNode).start;
    return this.#edits.some(
      (edit) => end <= edit.start && edit.start <= valueStart && /^ [|>](?:[\r\n]|$)/.test(edit.text),
    );
  }

  /** True if the new value is a text with all words of the old one. */
  #hasWordsOf({ value: oldValue }: NodePair, newValue: unknown): boolean {
    const oldNode = asNode(oldValue);
    if (oldNode === null || !isScalar(newValue) || typeof newValue.value !== "string") return false;
    const { start, end } = this.#rangeOf(oldNode);
    const isQuoted = isScalar(oldNode) && oldNode.type?.startsWith("QUOTE") === true;
    const words = isQuoted ? String(oldNode.value) : this.#before.text.slice(start, end);
    return withoutSpace(newValue.value).includes(withoutSpace(words));
  }

  #isKeyTouched({ key }: NodePair): boolean {
    const node = asNode(key);
    return node !== null && this.#isTouched(node);
  }

  /** A touched entry may be removed, unless it is a mapping or a list; so may an empty entry, `-`. */
  #isSameSequence(oldEntries: readonly unknown[], newEntries: readonly unknown[]): boolean {
    if (oldEntries.length === newEntries.length)
      return oldEntries.every(
        (entry, at) => isMissingValue(entry) || this.#isSame(asNode(entry), asNode(newEntries[at])),
      );
    let nextIndex = 0;
    return oldEntries.every((entry) => {
      const node = asNode(entry);
      if (isMissingValue(entry)) return true;
      if (node && (isScalar(node) || isPlaceholderEntry(node)) && this.#isTouched(node)) return true;
      const at = newEntries.findIndex(
        (candidate, index) => index >= nextIndex && this.#isSame(node, asNode(candidate)),
      );
      nextIndex = at + 1;
      return at >= 0;
    });
  }

  /** Entries that one edit replaces may become more or fewer entries with the same words. */
  #isReshapedSequence(oldEntries: readonly unknown[], newEntries: readonly unknown[]): boolean {
    const remaining = [...newEntries];
    const replaced: (Node | null)[] = [];
    for (const entry of oldEntries.map(asNode)) {
      if (entry && this.#isCovered(this.#rangeOf(entry))) {
        replaced.push(entry);
        continue;
      }
      const at = remaining.findIndex((candidate) => this.#isSame(entry, asNode(candidate)));
      if (at < 0) return false;
      remaining.splice(at, 1);
    }
    return replaced.length > 0 && hasAllWords(replaced, remaining.map(asNode));
  }

  #isCovered({ start, end }: Range): boolean {
    return this.#edits.some((edit) => edit.start <= start && end <= edit.end);
  }

  /** The range of a node with its anchor and tag, without trailing white space; a no-break space belongs to the node. */
  #rangeOf(node: Node): Range {
    const { start, end } = rangeOf(node);
    return {
      start: start - propertiesBefore(this.#before.text, start).length,
      end: Math.max(start, yamlBlanksStart(this.#before.text, end)),
    };
  }

  /**
   * True if an edit touches the pair; a pair without a value extends to the end of its line, as spaces and a
   * comment may come before the value.
   */
  #isPairTouched({ key, value }: NodePair): boolean {
    const [keyNode, valueNode] = [asNode(key), asNode(value)];
    if (valueNode !== null && this.#isTouched(valueNode)) return true;
    if (keyNode === null) return false;
    const { start, end } = this.#rangeOf(keyNode);
    if (valueNode !== null && !isMissingValue(valueNode))
      return this.#edits.some((edit) => touches(edit, { start, end }));
    const touchableEnd = Math.max(lineAt(this.#before.text, end).end, valueNode ? rangeOf(valueNode).end : 0);
    return this.#edits.some((edit) => edit.start <= touchableEnd && start <= edit.end);
  }

  /** True if an edit touches the node; an edit on the line where a mapping or list ends may add to it. */
  #isTouched(node: Node): boolean {
    const range = this.#rangeOf(node);
    const firstEdit = this.#editsFrom(range.start);
    if (isScalar(node) || isAlias(node)) {
      for (let at = firstEdit; (this.#edits[at]?.start ?? Number.POSITIVE_INFINITY) <= range.end; at++)
        if (touches(this.#edits[at] as Edit, range)) return true;
      return false;
    }
    const nextEdit = this.#edits[firstEdit];
    if (nextEdit === undefined || nextEdit.start <= range.end) return nextEdit !== undefined;
    const distance = nextEdit.start - range.end;
    if (distance >= maxCommentLength) return false;
    const between = this.#before.text.slice(range.end, nextEdit.start);
    // below the blank lines at the end of a literal text
    return !between.includes("\n") || between.trim() === "";
  }

  /** The index of the first edit that ends at or after the offset. */
  #editsFrom(offset: number): number {
    let [low, high] = [0, this.#edits.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#edits[middle] as Edit).end < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The end of the text before `end` without the white space of YAML. */
function yamlBlanksStart(text: string, end: number): number {
  let at = end;
  while (at > 0 && /[ \t\r\n]/.test(text[at - 1] ?? "")) at--;
  return at;
}

/** The text of a quoted scalar that an edit writes; empty for other text. */
function unquoted(text: string): string {
  if (text.startsWith("'")) return text.slice(1, -1).replaceAll("''", "'");
  return text.startsWith('"') ? text.slice(1, -1).replaceAll(/\\(?=["\\])/g, "") : "";
}

/** Maximum UTF-16 units of a comment between the end of a mapping or list and an edit that adds to it. */
const maxCommentLength = 10_000;

function isMissingValue(entry: unknown): boolean {
  return isScalar(entry) && entry.value === null && entry.source === "" && entry.anchor === undefined;
}

/** The pairs of `? notes: x`, which are in its key. */
function pairsInKey(pair: NodePair): readonly NodePair[] {
  return isMap(pair.key) && isMissingPairValue(pair) ? pair.key.items : [pair];
}

/** Also for a key in braces without a colon, `{text: Ask, owner A. Forti}`. */
function isMissingPairValue({ value }: NodePair): boolean {
  return value === null || isMissingValue(value);
}

function withoutSpace(text: string): string {
  return text.replaceAll(/\s/g, "");
}

type NodePair = Pair<unknown, unknown>;

function isKeyOfFormat(name: string): boolean {
  return unitKeys.has(name) || keysAt([]).includes(name);
}

/**
 * True if the edit touches the range; an insertion at a boundary does, unless it is a new line or a new
 * entry.
 */
function touches({ start, end, text }: Edit, range: Range): boolean {
  if (start < end) return start < range.end && range.start < end;
  if (start === range.start && start === range.end) return true;
  if (start === range.end) return !/^[ \t]*[\r\n,]/.test(text);
  if (start === range.start) return !/[\r\n,][ \t]*$/.test(text);
  return range.start < start && start < range.end;
}

/** True for a removed value that the new mapping has in another key. */
function isInOtherKey(pair: NodePair, newPairs: readonly NodePair[]): boolean {
  return isTitleOfBreak(pair, newPairs) || isAmongOwners(pair, newPairs);
}

/** True for an owner that is one of the owners, in any form of the name. */
function isAmongOwners({ key, value }: NodePair, newPairs: readonly NodePair[]): boolean {
  if (!isScalar(key) || key.value !== "owner" || !isScalar(value)) return false;
  const owner = comparablePerson(String(value.value));
  const owners = newPairs.find((pair) => isScalar(pair.key) && pair.key.value === "owners")?.value;
  return (
    isSeq(owners) &&
    owners.items.some((entry) => isScalar(entry) && comparablePerson(String(entry.value)) === owner)
  );
}

/** True for a title that is the name of the break that its item becomes. */
function isTitleOfBreak({ key, value }: NodePair, newPairs: readonly NodePair[]): boolean {
  if (!isScalar(key) || key.value !== "title" || !isScalar(value)) return false;
  const name = String(value.value).toLowerCase();
  return newPairs.some(
    (pair) =>
      isScalar(pair.key) &&
      pair.key.value === "break" &&
      isScalar(pair.value) &&
      String(pair.value.value).toLowerCase() === name,
  );
}
