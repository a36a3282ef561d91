/** Turns a YAML node into plain values that are safe to validate, whatever the user wrote. */
import { isAlias, isMap, isScalar, isSeq, type Node } from "yaml";
import type { Finding } from "../findings/finding";
import type { Anchors } from "./anchors";
import { asNode, rangeOf } from "./nodes";

export interface Plain {
  readonly value: unknown;
  readonly problems: readonly Finding[];
  /** names of aliases whose anchor is not in this document */
  readonly unresolved: readonly string[];
}

const maxDepth = 50;
/** values in one unit, aliases not followed */
const maxNodes = 10_000;
/** values behind the aliases of one block */
export const maxAliased = 100_000;

/** What is left for the aliases of a block to unfold into; its units share it. */
export interface Budget {
  aliased: number;
}

/**
 * Maps become objects without a prototype, so `__proto__` is a key like any other. An alias is
 * followed, except in a loop and beyond the budget, where it counts as `null` with a finding.
 */
export function toPlain(root: Node | null, anchors: Anchors, budget: Budget): Plain {
  const problems: Finding[] = [];
  const unresolved: string[] = [];
  const open = new Set<Node>();
  let left = maxNodes;
  let outermost: Node | undefined;

  const report = (node: Node, code: "too-complex" | "yaml-syntax", message: string): null => {
    if (problems.length === 0) problems.push({ code, range: rangeOf(outermost ?? node), message });
    return null;
  };
  const follow = (alias: Node, target: Node, depth: number): unknown => {
    const isOutermost = outermost === undefined;
    outermost ??= alias;
    const value = convert(target, depth + 1);
    if (isOutermost) outermost = undefined;
    return value;
  };
  const convert = (node: Node | null, depth: number): unknown => {
    if (node === null) return null;
    if (depth > maxDepth) return report(node, "too-complex", `Nested more than ${maxDepth} levels deep.`);
    if (outermost && budget.aliased-- <= 0)
      return report(node, "too-complex", "The aliases expand to too many values: write the values out.");
    if (!outermost && left-- <= 0) return report(node, "too-complex", "More than 10,000 values in one item.");
    if (isScalar(node)) return node.value;
    if (isAlias(node)) {
      const target = anchors.target(node);
      if (target === undefined) {
        unresolved.push(node.source);
        return report(
          node,
          "yaml-syntax",
          `Unknown alias: there is no anchor \`&${node.source}\` before it.`,
        );
      }
      if (open.has(target))
        return report(node, "too-complex", `The alias \`*${node.source}\` contains itself.`);
      return follow(node, target, depth);
    }
    open.add(node);
    const value = isSeq(node)
      ? node.items.map((item) => convert(asNode(item), depth + 1))
      : isMap(node)
        ? convertMap(node.items, depth)
        : null;
    open.delete(node);
    return value;
  };
  const convertMap = (items: readonly { key: unknown; value: unknown }[], depth: number): unknown => {
    const result: Record<string, unknown> = Object.create(null);
    for (const { key, value } of items) {
      const name = isScalar(key) ? String(key.value) : "?";
      result[name] = convert(asNode(value), depth + 1);
    }
    return result;
  };
  return { value: convert(root, 0), problems, unresolved };
}
