/** Values of YAML nodes as texts: two nodes with the same text say the same. */
import { isAlias, isMap, isScalar, isSeq } from "yaml";
import type { Anchors } from "./anchors";
import { asNode, type Node } from "./nodes";

/** Nodes of one value, those behind its aliases among them. */
const maxNodes = 100_000;
const maxDepth = 100;

/**
 * @param anchors of the document that `node` is part of
 * @returns the node's value with its anchors and tags, each alias as what it refers to; nothing where an alias contains
 * itself, or where the value is too large to be written out
 */
export function valueText(node: Node | null, anchors: Anchors): string | undefined {
  let left = maxNodes;
  const write = (value: unknown, depth: number): string => {
    const current = asNode(value);
    if (left-- <= 0 || depth > maxDepth) throw new TooLarge();
    if (current === null) return "null";
    if (isAlias(current)) {
      const target = anchors.target(current);
      return target ? write(target, depth + 1) : `*${current.source}`;
    }
    const properties = `${current.anchor ? `&${current.anchor} ` : ""}${current.tag ? `!${current.tag} ` : ""}`;
    if (isScalar(current)) return properties + scalarText(current.value);
    if (isSeq(current))
      return `${properties}[${current.items.map((item) => write(item, depth + 1)).join(", ")}]`;
    if (!isMap(current)) return properties;
    const pairs = current.items.map(
      ({ key, value: own }) => `${write(key, depth + 1)}: ${write(own, depth + 1)}`,
    );
    return `${properties}{${pairs.join(", ")}}`;
  };
  try {
    return write(node, 0);
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
}

class TooLarge extends Error {}

/** A text in quotes, any other value without. */
function scalarText(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : Object.is(value, -0) ? "-0" : String(value);
}
