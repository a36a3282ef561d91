/** What stands at an offset of the file. */
import { isMap, isScalar, isSeq } from "yaml";
import { schemaPathOf } from "../schema/itemKinds";
import { contains, type Range, shiftRange } from "../text/range";
import { asNode, entriesOf, type KeyedValue, type Node, pairsOf, rangeOf } from "../yaml/nodes";
import type { BlockDocument } from "./blockDocument";

export interface Place {
  /** keys and list indices from the file's root: `["contributions", 0, "themes", 1]` */
  readonly path: readonly (string | number)[];
  readonly role: "key" | "value";
  readonly node: Node;
  /** offsets in the file */
  readonly range: Range;
  /** ranges of the nodes and pairs around it, from the outermost in, offsets in the file */
  readonly around: readonly Range[];
}

/** The innermost key or scalar at `offset`; `undefined` between them and in a broken block. */
export function nodeAt(document: BlockDocument, offset: number): Place | undefined {
  const placed = document.blockAt(offset);
  if (!placed) return undefined;
  const at = offset - placed.start;
  const start = placed.block.withNodes(({ units, entries }) => {
    const unit = units.find(({ range, node }) => node && contains(range, at));
    return unit?.node ? descend(unit.node, schemaPathOf(unit.kind), at, []) : atRoot(entries, at);
  });
  return (
    start && {
      ...start,
      range: shiftRange(start.range, placed.start),
      around: start.around.map((range) => shiftRange(range, placed.start)),
    }
  );
}

function atRoot(entries: readonly KeyedValue[], at: number): Place | undefined {
  for (const { name, key, value } of entries) {
    if (contains(rangeOf(key), at))
      return { path: [name], role: "key", node: key, range: rangeOf(key), around: [] };
    if (value && contains(rangeOf(value), at)) return descend(value, [name], at, []);
  }
  return undefined;
}

function descend(node: Node, path: Place["path"], at: number, around: readonly Range[]): Place | undefined {
  const range = rangeOf(node);
  if (isMap(node)) {
    for (const { name, key, value } of pairsOf(node)) {
      const pair = {
        start: rangeOf(key).start,
        end: value ? Math.max(rangeOf(value).end, rangeOf(key).end) : rangeOf(key).end,
      };
      const outer = [...around, range, pair];
      if (contains(rangeOf(key), at))
        return { path: [...path, name], role: "key", node: key, range: rangeOf(key), around: outer };
      if (value && contains(rangeOf(value), at)) return descend(value, [...path, name], at, outer);
    }
    // `? [a, b]`, a key that is no name
    const key = node.items.map((pair) => asNode(pair.key)).find((key) => key && contains(rangeOf(key), at));
    return key ? descend(key, [...path, "?"], at, [...around, range]) : undefined;
  }
  if (isSeq(node)) {
    const index = entriesOf(node).findIndex((entry) => contains(rangeOf(entry), at));
    const entry = asNode(entriesOf(node)[index]);
    return entry ? descend(entry, [...path, index], at, [...around, range]) : undefined;
  }
  return isScalar(node) ? { path, role: "value", node, range, around } : undefined;
}
