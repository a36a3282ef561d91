/** Turns a YAML node into plain values that are safe to validate, whatever the user wrote. */
import { type Document, isAlias, isMap, isScalar, isSeq, type Node } from "yaml";
import type { Finding } from "./finding";
import { asNode, rangeOf } from "./nodes";

export interface Plain {
  readonly value: unknown;
  readonly problems: readonly Finding[];
  /** names of aliases whose anchor is not in this document */
  readonly unresolved: readonly string[];
}

const maxDepth = 50;
const maxNodes = 100_000;

/**
 * Maps become objects without a prototype, so `__proto__` is a key like any other. An alias is
 * followed, except in a loop and beyond the budget, where it counts as `null` with a finding.
 */
export function toPlain(root: Node | null, document: Document): Plain {
  const problems: Finding[] = [];
  const unresolved: string[] = [];
  const open = new Set<Node>();
  let budget = maxNodes;

  const report = (node: Node, code: "too-complex" | "yaml-syntax", message: string): null => {
    if (problems.length === 0) problems.push({ code, range: rangeOf(node), message });
    return null;
  };
  const convert = (node: Node | null, depth: number): unknown => {
    if (node === null) return null;
    if (depth > maxDepth)
      return report(node, "too-complex", `This is nested more than ${maxDepth} levels deep.`);
    if (--budget < 0)
      return report(node, "too-complex", "The aliases here unfold into too many values; write them out.");
    if (isScalar(node)) return node.value;
    if (isAlias(node)) {
      const target = node.resolve(document);
      if (target === undefined) {
        unresolved.push(node.source);
        return report(node, "yaml-syntax", `No anchor \`&${node.source}\` comes before this alias.`);
      }
      if (open.has(target))
        return report(node, "too-complex", `The alias \`*${node.source}\` contains itself.`);
      return convert(target, depth + 1);
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
