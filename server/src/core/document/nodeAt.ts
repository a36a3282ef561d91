/** Finds the YAML node at an offset of the file. */
import { isMap, isScalar, isSeq } from "yaml";
import { schemaPathOf } from "../schema/itemKinds";
import { contains, type Range, shiftRange } from "../text/range";
import { asNode, entriesOf, type KeyedValue, type Node, pairsOf, rangeOf } from "../yaml/nodes";
import type { BlockDocument } from "./blockDocument";

export interface NodeLocation {
  /** keys and list indices from the file's root: `["contributions", 0, "themes", 1]` */
  readonly path: readonly (string | number)[];
  readonly role: "key" | "value";
  readonly node: Node;
  /** offsets in the file */
  readonly range: Range;
  /** ranges of the enclosing nodes and pairs, outermost first, offsets in the file */
  readonly enclosingRanges: readonly Range[];
}

/** The innermost key or scalar at `offset`; `undefined` between nodes and in a block with syntax errors. */
export function nodeAt(document: BlockDocument, offset: number): NodeLocation | undefined {
  const placedBlock = document.blockAt(offset);
  const blockOffset = offset - placedBlock.start;
  const location = placedBlock.block.withNodes(({ units, entries }) => {
    const unit = units.find(({ range, node }) => node && contains(range, blockOffset));
    return unit?.node
      ? descend(unit.node, schemaPathOf(unit.kind), blockOffset, [])
      : atRoot(entries, blockOffset);
  });
  return (
    location && {
      ...location,
      range: shiftRange(location.range, placedBlock.start),
      enclosingRanges: location.enclosingRanges.map((range) => shiftRange(range, placedBlock.start)),
    }
  );
}

function atRoot(entries: readonly KeyedValue[], blockOffset: number): NodeLocation | undefined {
  for (const { name, key, value } of entries) {
    if (contains(rangeOf(key), blockOffset))
      return { path: [name], role: "key", node: key, range: rangeOf(key), enclosingRanges: [] };
    if (value && contains(rangeOf(value), blockOffset)) return descend(value, [name], blockOffset, []);
  }
  return undefined;
}

function descend(
  node: Node,
  path: NodeLocation["path"],
  blockOffset: number,
  enclosingRanges: readonly Range[],
): NodeLocation | undefined {
  const range = rangeOf(node);
  if (isMap(node)) {
    for (const { name, key, value } of pairsOf(node)) {
      const pair = {
        start: rangeOf(key).start,
        end: value ? Math.max(rangeOf(value).end, rangeOf(key).end) : rangeOf(key).end,
      };
      const enclosing = [...enclosingRanges, range, pair];
      if (contains(rangeOf(key), blockOffset))
        return {
          path: [...path, name],
          role: "key",
          node: key,
          range: rangeOf(key),
          enclosingRanges: enclosing,
        };
      if (value && contains(rangeOf(value), blockOffset))
        return descend(value, [...path, name], blockOffset, enclosing);
    }
    // `? [a, b]`, a key that is not a scalar
    const key = node.items
      .map((pair) => asNode(pair.key))
      .find((key) => key && contains(rangeOf(key), blockOffset));
    return key ? descend(key, [...path, "?"], blockOffset, [...enclosingRanges, range]) : undefined;
  }
  if (isSeq(node)) {
    const index = entriesOf(node).findIndex((entry) => contains(rangeOf(entry), blockOffset));
    const entry = asNode(entriesOf(node)[index]);
    return entry ? descend(entry, [...path, index], blockOffset, [...enclosingRanges, range]) : undefined;
  }
  return isScalar(node) ? { path, role: "value", node, range, enclosingRanges } : undefined;
}
