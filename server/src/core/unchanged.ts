import { isAlias, isMap, isScalar, isSeq } from "yaml";
import type { Anchors } from "./anchors";
import { propertiesAhead } from "./edits";
import { asNode, type Node, rangeOf } from "./nodes";
import { type Edit, inkEnd, lineAt, type Range } from "./range";
import { valueText } from "./valueText";

/** Compares a text's nodes before and after edits: those that no edit touches are to have the same value. */
export class Unchanged {
  readonly #text: string;
  readonly #edits: readonly Edit[];
  readonly #before: Anchors;
  readonly #after: Anchors;

  /** @param text before the edits, which have offsets in it */
  constructor(text: string, edits: readonly Edit[], before: Anchors, after: Anchors) {
    this.#text = text;
    this.#edits = edits;
    this.#before = before;
    this.#after = after;
  }

  /** @returns true where all of `old` that no edit touches is in `fresh` too, in the same order */
  isSame(old: Node | null, fresh: Node | null): boolean {
    if (old === null || !this.#isTouched(old)) return this.#isEqual(old, fresh);
    if (isMap(old)) return isMap(fresh) && this.#isSameMap(old.items, fresh.items);
    if (!isSeq(old)) return true;
    return isSeq(fresh) ? this.#isSameList(old.items, fresh.items) : !old.items.some((entry) => isMap(entry));
  }

  #isEqual(old: unknown, fresh: unknown): boolean {
    const [was, is] = [valueText(asNode(old), this.#before), valueText(asNode(fresh), this.#after)];
    return was !== undefined && was === is;
  }

  /** A key may get another name, or a value that an edit writes. */
  #isSameMap(old: readonly Pair[], fresh: readonly Pair[]): boolean {
    const left = [...fresh];
    return old.every((pair) => {
      const named = left.filter(({ key }) => this.#isEqual(pair.key, key));
      const isSame = ({ value }: Pair): boolean =>
        this.#isPairTouched(pair)
          ? this.isSame(asNode(pair.value), asNode(value))
          : this.#isEqual(pair.value, value);
      const found = named.find(isSame) ?? (this.#isRenamed(pair, named) ? left.find(isSame) : undefined);
      if (found) left.splice(left.indexOf(found), 1);
      return found !== undefined;
    });
  }

  #isRenamed({ key }: Pair, named: readonly Pair[]): boolean {
    const node = asNode(key);
    return named.length === 0 && node !== null && this.#isTouched(node);
  }

  /** An entry that an edit touches may go, unless it is a map or a list; so may one of nothing, `-`. */
  #isSameList(old: readonly unknown[], fresh: readonly unknown[]): boolean {
    if (old.length === fresh.length)
      return old.every((entry, at) => isNothing(entry) || this.isSame(asNode(entry), asNode(fresh[at])));
    let next = 0;
    return old.every((entry) => {
      const node = asNode(entry);
      if (isNothing(entry)) return true;
      if (isScalar(node) && this.#isTouched(node)) return true;
      const at = fresh.findIndex((other, index) => index >= next && this.isSame(node, asNode(other)));
      next = at + 1;
      return at >= 0;
    });
  }

  /** With the anchor and the tag ahead of a node, without the white space behind it. */
  #rangeOf(node: Node): Range {
    const { start, end } = rangeOf(node);
    return {
      start: start - propertiesAhead(this.#text, start).length,
      end: Math.max(start, inkEnd(this.#text, end)),
    };
  }

  /** True also where only the colon of a pair without a value is touched. */
  #isPairTouched({ key, value }: Pair): boolean {
    const [name, node] = [asNode(key), asNode(value)];
    if (node !== null && this.#isTouched(node)) return true;
    if (name === null) return false;
    const { start, end } = this.#rangeOf(name);
    return this.#edits.some((edit) => touches(edit, { start, end: node ? end : end + 1 }));
  }

  /** A map or a list may be added to on the line in which it ends. */
  #isTouched(node: Node): boolean {
    const range = this.#rangeOf(node);
    if (isScalar(node) || isAlias(node)) return this.#edits.some((edit) => touches(edit, range));
    const { end } = lineAt(this.#text, range.end);
    return this.#edits.some((edit) => edit.start <= end && range.start <= edit.end);
  }
}

function isNothing(entry: unknown): boolean {
  return isScalar(entry) && entry.value === null && entry.source === "" && entry.anchor === undefined;
}

interface Pair {
  readonly key: unknown;
  readonly value: unknown;
}

/** An insertion at a border belongs to what is there, unless it is a line or an entry of its own. */
function touches({ start, end, text }: Edit, range: Range): boolean {
  if (start < end) return start < range.end && range.start < end;
  if (start === range.start && start === range.end) return true;
  if (start === range.end) return !/^[ \t]*[\r\n,]/.test(text);
  if (start === range.start) return !/[\r\n,][ \t]*$/.test(text);
  return range.start < start && start < range.end;
}
