/** Turns a YAML node into plain values that are safe to validate, whatever the user wrote. */
import { type Alias, isAlias, isMap, isScalar, isSeq, type Node } from "yaml";
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
  return new Conversion(anchors, budget).run(root);
}

class Conversion {
  readonly #anchors: Anchors;
  readonly #budget: Budget;
  readonly #problems: Finding[] = [];
  readonly #unresolved: string[] = [];
  /** the collections that the current node is in */
  readonly #open = new Set<Node>();
  #nodesLeft = maxNodes;
  /** the alias that is followed; problems behind it are reported at it */
  #outermost: Node | undefined;

  constructor(anchors: Anchors, budget: Budget) {
    this.#anchors = anchors;
    this.#budget = budget;
  }

  run(root: Node | null): Plain {
    const value = this.#convert(root, 0);
    return { value, problems: this.#problems, unresolved: this.#unresolved };
  }

  #convert(node: Node | null, depth: number): unknown {
    if (node === null) return null;
    const excess = this.#excess(depth);
    if (excess !== undefined) return this.#report(node, "too-complex", excess);
    if (isScalar(node)) return node.value;
    return isAlias(node) ? this.#alias(node, depth) : this.#collection(node, depth);
  }

  /** What is too much at a node, if anything. */
  #excess(depth: number): string | undefined {
    if (depth > maxDepth) return `Nested more than ${maxDepth} levels deep.`;
    if (this.#outermost)
      return this.#budget.aliased-- <= 0
        ? "The aliases expand to too many values: write the values out."
        : undefined;
    return this.#nodesLeft-- <= 0 ? "More than 10,000 values in one item." : undefined;
  }

  #alias(alias: Alias, depth: number): unknown {
    const target = this.#anchors.target(alias);
    if (target === undefined) {
      this.#unresolved.push(alias.source);
      return this.#report(
        alias,
        "yaml-syntax",
        `Unknown alias: there is no anchor \`&${alias.source}\` before it.`,
      );
    }
    if (this.#open.has(target))
      return this.#report(alias, "too-complex", `The alias \`*${alias.source}\` contains itself.`);
    const isOutermost = this.#outermost === undefined;
    this.#outermost ??= alias;
    const value = this.#convert(target, depth + 1);
    if (isOutermost) this.#outermost = undefined;
    return value;
  }

  #collection(node: Node, depth: number): unknown {
    this.#open.add(node);
    const value = this.#valueOf(node, depth + 1);
    this.#open.delete(node);
    return value;
  }

  /** @param depth of what is in the node */
  #valueOf(node: Node, depth: number): unknown {
    if (isSeq(node)) return node.items.map((item) => this.#convert(asNode(item), depth));
    if (!isMap(node)) return null;
    const result: Record<string, unknown> = Object.create(null);
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : "?";
      result[name] = this.#convert(asNode(value), depth);
    }
    return result;
  }

  /** Only the first problem is reported. */
  #report(node: Node, code: "too-complex" | "yaml-syntax", message: string): null {
    const range = rangeOf(this.#outermost ?? node);
    if (this.#problems.length === 0) this.#problems.push({ code, range, message });
    return null;
  }
}
