import { isMap, isSeq } from "yaml";
import type { Unit } from "../document/parseBlock";
import type { Finding } from "../findings/finding";
import { inMessage } from "../text/displayText";
import type { Range } from "../text/range";
import { asNode, type Node, pairsOf, rangeOf } from "../yaml/nodes";
import type { UnitRule } from "./rule";

/** `duplicate-key`: a key that stands twice in one map; YAML keeps neither reliably. */
export const duplicateKey: UnitRule = { codes: ["duplicate-key"], check };

function check(unit: Unit): readonly Finding[] {
  return unit.node ? within(unit.node, 0) : [];
}

function within(node: Node, depth: number): readonly Finding[] {
  if (depth > 20) return [];
  if (isSeq(node)) return node.items.flatMap((item) => below(asNode(item), depth));
  if (!isMap(node)) return [];
  const first = new Map<string, Node>();
  return pairsOf(node).flatMap((pair) => {
    const earlier = first.get(pair.name);
    const inside = below(pair.value, depth);
    if (!earlier) {
      first.set(pair.name, pair.key);
      return inside;
    }
    return [repeatedKey(pair.name, rangeOf(pair.key), rangeOf(earlier)), ...inside];
  });
}

/** @param first the range of the first key with this name */
export function repeatedKey(name: string, range: Range, first: Range): Finding {
  return {
    code: "duplicate-key",
    range,
    message: `Duplicate key \`${inMessage(name, 40)}\`.`,
    related: { range: first, message: "First occurrence." },
  };
}

function below(node: Node | null, depth: number): readonly Finding[] {
  return node ? within(node, depth + 1) : [];
}
