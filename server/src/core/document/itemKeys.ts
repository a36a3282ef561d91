/** The keys of an item, and the columns of its dash and its keys. */
import { isMap } from "yaml";
import { lineAt, type Range } from "../text/range";
import { pairsOf, rangeOf } from "../yaml/nodes";
import type { Block } from "./block";

/** Offsets in the text of the block. */
export interface ItemKeys {
  readonly names: readonly string[];
  readonly firstKey: Range;
  readonly dash: number;
  readonly dashColumn: number;
  /** column of the keys */
  readonly column: number;
}

/** @returns undefined unless the block is one item in block form that parses */
export function itemKeys(block: Block): ItemKeys | undefined {
  if (block.shape.kind !== "item" || !block.isValidYaml) return undefined;
  return block.withNodes(({ units }) => {
    const [unit, other] = units;
    const map = unit?.node;
    if (other || !map || !isMap(map) || map.flow || map.anchor !== undefined) return undefined;
    const pairs = pairsOf(map);
    const [first] = pairs;
    if (!first || pairs.length < map.items.length) return undefined;
    const firstKey = rangeOf(first.key);
    const { start } = lineAt(block.text, firstKey.start);
    const beforeKey = block.text.slice(start, firstKey.start);
    if (!/^ *- +$/.test(beforeKey)) return undefined;
    const dash = start + beforeKey.indexOf("-");
    const names = pairs.map(({ name }) => name);
    return { names, firstKey, dash, dashColumn: dash - start, column: firstKey.start - start };
  });
}
