import { isAlias, isMap, isScalar, isSeq, visit } from "yaml";
import { type Edit, inkEnd, lineAt, type Range } from "../text/range";
import type { Anchors } from "../yaml/anchors";
import { propertiesAhead } from "../yaml/edits";
import { asNode, type Node, rangeOf } from "../yaml/nodes";
import { valueText } from "../yaml/valueText";

/** A YAML text, and what its parser made of it. */
export interface Parsed {
  readonly text: string;
  readonly root: Node | null;
  readonly anchors: Anchors;
  /** how many, those about further documents left out */
  readonly errors: number;
  readonly warnings: number;
  readonly documents: number;
}

/** Compares a text's nodes before and after edits: those that no edit touches are to have the same value. */
export class Unchanged {
  readonly #before: Parsed;
  readonly #after: Parsed;
  readonly #edits: readonly Edit[];

  /** @param edits with offsets in the text of before */
  constructor(before: Parsed, after: Parsed, edits: readonly Edit[]) {
    this.#before = before;
    this.#after = after;
    this.#edits = [...edits].sort((a, b) => a.start - b.start);
  }

  /** @returns true where all of before that no edit touches is in after too, in the same order */
  isSame(): boolean {
    return this.#isSame(this.#before.root, this.#after.root);
  }

  #isSame(old: Node | null, fresh: Node | null): boolean {
    if (old === null || !this.#isTouched(old)) return this.#isEqual(old, fresh);
    if (isMap(old)) return isMap(fresh) && this.#isSameMap(old.items, fresh.items);
    if (!isSeq(old)) return true;
    return isSeq(fresh) ? this.#isSameList(old.items, fresh.items) : !old.items.some((entry) => isMap(entry));
  }

  #isEqual(old: unknown, fresh: unknown): boolean {
    const [was, is] = [asNode(old), asNode(fresh)];
    const text = valueText(was, this.#before.anchors);
    if (text !== undefined) return text === valueText(is, this.#after.anchors);
    // of aliases that unfold without end the names, where nothing that has a name changes
    const names = valueText(was);
    return names !== undefined && names === valueText(is) && !this.#touchesAnchor();
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

  /** A key may get another name, or a value that an edit writes. */
  #isSameMap(old: readonly Pair[], fresh: readonly Pair[]): boolean {
    const left = new Map<string | undefined, Pair[]>();
    for (const pair of fresh) {
      const name = this.#nameOf(pair, this.#after);
      const named = left.get(name);
      if (named) named.push(pair);
      else left.set(name, [pair]);
    }
    return old.every((pair) => {
      const named = left.get(this.#nameOf(pair, this.#before));
      if (named) return this.#takeSame(pair, named);
      return this.#isKeyTouched(pair) && [...left.values()].some((others) => this.#takeSame(pair, others));
    });
  }

  #nameOf({ key }: Pair, { anchors }: Parsed): string | undefined {
    return valueText(asNode(key), anchors);
  }

  /** Finds the pair with the value of `old` among others, and takes it from them. */
  #takeSame(old: Pair, others: Pair[]): boolean {
    const isTouched = this.#isPairTouched(old);
    const isSame = (value: unknown): boolean =>
      isNothing(old.value) || this.#isSame(asNode(old.value), asNode(value));
    const at = others.findIndex(({ value }) => (isTouched ? isSame(value) : this.#isEqual(old.value, value)));
    if (at >= 0) others.splice(at, 1);
    return at >= 0;
  }

  #isKeyTouched({ key }: Pair): boolean {
    const node = asNode(key);
    return node !== null && this.#isTouched(node);
  }

  /** An entry that an edit touches may go, unless it is a map or a list; so may one of nothing, `-`. */
  #isSameList(old: readonly unknown[], fresh: readonly unknown[]): boolean {
    if (old.length === fresh.length)
      return old.every((entry, at) => isNothing(entry) || this.#isSame(asNode(entry), asNode(fresh[at])));
    let next = 0;
    return old.every((entry) => {
      const node = asNode(entry);
      if (isNothing(entry)) return true;
      if (isScalar(node) && this.#isTouched(node)) return true;
      const at = fresh.findIndex((other, index) => index >= next && this.#isSame(node, asNode(other)));
      next = at + 1;
      return at >= 0;
    });
  }

  /** With the anchor and the tag ahead of a node, without the white space behind it. */
  #rangeOf(node: Node): Range {
    const { start, end } = rangeOf(node);
    return {
      start: start - propertiesAhead(this.#before.text, start).length,
      end: Math.max(start, inkEnd(this.#before.text, end)),
    };
  }

  /** A pair without a value is touched up to the end of its line: spaces and a comment may be ahead of its value. */
  #isPairTouched({ key, value }: Pair): boolean {
    const [name, node] = [asNode(key), asNode(value)];
    if (node !== null && this.#isTouched(node)) return true;
    if (name === null) return false;
    const { start, end } = this.#rangeOf(name);
    if (node !== null && !isNothing(node)) return this.#edits.some((edit) => touches(edit, { start, end }));
    const until = Math.max(lineAt(this.#before.text, end).end, node ? rangeOf(node).end : 0);
    return this.#edits.some((edit) => edit.start <= until && start <= edit.end);
  }

  /** A map or a list may be added to on the line in which it ends. */
  #isTouched(node: Node): boolean {
    const range = this.#rangeOf(node);
    const near = this.#editsFrom(range.start);
    if (isScalar(node) || isAlias(node)) {
      for (let at = near; (this.#edits[at]?.start ?? Number.POSITIVE_INFINITY) <= range.end; at++)
        if (touches(this.#edits[at] as Edit, range)) return true;
      return false;
    }
    const next = this.#edits[near];
    if (next === undefined || next.start <= range.end) return next !== undefined;
    const between = next.start - range.end;
    return between < maxComment && !this.#before.text.slice(range.end, next.start).includes("\n");
  }

  /** The index of the first edit that ends at an offset or behind it. */
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

/** UTF-16 units of a comment behind a map or a list, behind which it may be added to. */
const maxComment = 10_000;

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
