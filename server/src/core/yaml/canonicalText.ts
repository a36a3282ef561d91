/** Canonical text of YAML nodes: two nodes with the same text have the same value. */
import { isAlias, isMap, isScalar, isSeq } from "yaml";
import type { Anchors } from "./anchors";
import { asNode, type Node } from "./nodes";

/** Maximum number of nodes of one value, including those of its aliases. */
const maxWrittenNodes = 100_000;
/** Maximum depth; more than any parsed document has. */
const maxWrittenDepth = 1000;

/**
 * @param anchors the anchors of the document of `node`; without them an alias is written as its name
 * @returns the node's value with anchors and tags, aliases resolved; undefined if it is too large
 */
export function canonicalText(node: Node | null, anchors?: Anchors): string | undefined {
  let nodesLeft = maxWrittenNodes;
  const openNodes = new Set<Node>();
  const targetOf = (alias: Node): Node | undefined => {
    const aliasTarget = isAlias(alias) ? anchors?.target(alias) : undefined;
    return aliasTarget && openNodes.has(aliasTarget) ? undefined : aliasTarget;
  };
  const write = (value: unknown, depth: number): string => {
    const current = asNode(value);
    if (nodesLeft-- <= 0 || depth > maxWrittenDepth) throw new ValueTooLargeError();
    if (current === null) return "null";
    const aliased = targetOf(current);
    if (aliased) return write(aliased, depth + 1);
    if (isAlias(current)) return `*${current.source}`;
    const properties = `${current.anchor ? `&${current.anchor} ` : ""}${current.tag ? `!${current.tag} ` : ""}`;
    if (isScalar(current)) return properties + scalarText(current.value);
    openNodes.add(current);
    const text = properties + collectionText(current, (inner) => write(inner, depth + 1));
    openNodes.delete(current);
    return text;
  };
  try {
    return write(node, 0);
  } catch (error) {
    if (error instanceof ValueTooLargeError) return undefined;
    throw error;
  }
}

class ValueTooLargeError extends Error {}

function collectionText(node: Node, write: (inner: unknown) => string): string {
  if (isSeq(node)) return `[${node.items.map(write).join(", ")}]`;
  if (!isMap(node)) return "";
  return `{${node.items.map(({ key, value }) => `${write(key)}: ${write(value)}`).join(", ")}}`;
}

/** A string in quotes, any other scalar without. */
function scalarText(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : Object.is(value, -0) ? "-0" : String(value);
}
