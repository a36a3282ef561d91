import { isMap, isSeq } from "yaml";
import type { Unit } from "../../document/parseBlock";
import type { Finding } from "../../findings/finding";
import { messageText } from "../../text/displayText";
import type { Range } from "../../text/range";
import { asNode, type KeyedValue, type Node, pairsOf, rangeOf } from "../../yaml/nodes";
import type { RuleContext, UnitRule } from "../shared/rule";
import { duplicateKeyFixes } from "./duplicateKeyFixes";

/** `duplicate-key`: a key that occurs twice in one mapping; YAML parsers disagree about which value wins. */
export const duplicateKey: UnitRule = { codes: ["duplicate-key"], check };

function check(unit: Unit, { text }: RuleContext): readonly Finding[] {
  return unit.node ? duplicatesIn(unit.node, text, 0) : [];
}

function duplicatesIn(node: Node, text: string, depth: number): readonly Finding[] {
  if (depth > 20) return [];
  if (isSeq(node)) return node.items.flatMap((item) => duplicatesBelow(asNode(item), text, depth));
  if (!isMap(node)) return [];
  const firstByName = new Map<string, KeyedValue>();
  return pairsOf(node).flatMap((pair) => {
    const earlier = firstByName.get(pair.name);
    const nested = duplicatesBelow(pair.value, text, depth);
    if (!earlier) {
      firstByName.set(pair.name, pair);
      return nested;
    }
    const finding = duplicateKeyFinding(pair.name, rangeOf(pair.key), rangeOf(earlier.key));
    return [{ ...finding, fixes: () => duplicateKeyFixes(node, earlier, pair, text) }, ...nested];
  });
}

/** @param first the range of the first key with this name */
export function duplicateKeyFinding(name: string, range: Range, first: Range): Finding {
  return {
    code: "duplicate-key",
    range,
    message: `Duplicate key \`${messageText(name, 40)}\`.`,
    related: { range: first, message: "First occurrence." },
  };
}

function duplicatesBelow(node: Node | null, text: string, depth: number): readonly Finding[] {
  return node ? duplicatesIn(node, text, depth + 1) : [];
}
