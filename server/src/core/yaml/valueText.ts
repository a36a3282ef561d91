/** Values of YAML nodes as texts: two nodes with the same text say the same. */
import { isAlias, isMap, isScalar, isSeq } from "yaml";
import type { Anchors } from "./anchors";
import { asNode, type Node } from "./nodes";

/** Nodes of one value, those behind its aliases among them. */
const maxNodes = 100_000;
/** More than any document that is read has. */
const maxDepth = 1000;

/**
 * @param anchors of the document that `node` is part of; without them an alias counts as its name
 * @returns the node's value with its anchors and tags, each alias as what it refers to; nothing where that is too large
 * to be written out
 */
export function valueText(node: Node | null, anchors?: Anchors): string | undefined {
  let left = maxNodes;
  const open = new Set<Node>();
  const target = (alias: Node): Node | undefined => {
    const found = isAlias(alias) ? anchors?.target(alias) : undefined;
    return found && open.has(found) ? undefined : found;
  };
  const write = (value: unknown, depth: number): string => {
    const current = asNode(value);
    if (left-- <= 0 || depth > maxDepth) throw new TooLarge();
    if (current === null) return "null";
    const meant = target(current);
    if (meant) return write(meant, depth + 1);
    if (isAlias(current)) return `*${current.source}`;
    const properties = `${current.anchor ? `&${current.anchor} ` : ""}${current.tag ? `!${current.tag} ` : ""}`;
    if (isScalar(current)) return properties + scalarText(current.value);
    open.add(current);
    const text = properties + collectionText(current, (inner) => write(inner, depth + 1));
    open.delete(current);
    return text;
  };
  try {
    return write(node, 0);
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
}

class TooLarge extends Error {}

function collectionText(node: Node, write: (inner: unknown) => string): string {
  if (isSeq(node)) return `[${node.items.map(write).join(", ")}]`;
  if (!isMap(node)) return "";
  return `{${node.items.map(({ key, value }) => `${write(key)}: ${write(value)}`).join(", ")}}`;
}

/** A text in quotes, any other value without. */
function scalarText(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : Object.is(value, -0) ? "-0" : String(value);
}
