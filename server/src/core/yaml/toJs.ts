/** Converts a YAML node to plain JS values that are safe to validate, for any input. */
import { type Alias, isAlias, isMap, isScalar, isSeq, type Node } from "yaml";
import type { Finding, Fix } from "../findings/finding";
import type { Anchors } from "./anchors";
import { asNode, rangeOf } from "./nodes";
import { quote } from "./scalars";

export interface JsConversion {
  readonly value: unknown;
  readonly problems: readonly Finding[];
  /** names of aliases whose anchor is not in this document */
  readonly unresolved: readonly string[];
}

const maxValueDepth = 50;
/** maximum number of values in one unit, without those of aliases */
const maxValues = 50_000;
/** maximum number of values that the aliases of one block expand to */
const maxAliasedValues = 100_000;
/** UTF-16 units of a text that counts as a value only. */
const maxShortText = 20;
/** The texts that the aliases of one block expand to are at most this many times as long as the block. */
const maxAliasGrowth = 8;
/** UTF-16 units beyond that. */
const maxAliasExcess = 2000;

/** What remains for aliases of a block; shared by its units. */
interface AliasBudget {
  valuesLeft: number;
  /** UTF-16 units of texts */
  lengthLeft: number;
}

/** @param textLength UTF-16 units of the block */
export function aliasBudget(textLength: number): AliasBudget {
  return {
    valuesLeft: maxAliasedValues,
    lengthLeft: maxAliasGrowth * textLength + maxAliasExcess,
  };
}

/**
 * Maps become objects without a prototype, so that `__proto__` is an ordinary key. Aliases are followed; a
 * circular alias, or one beyond the budget, becomes `null` with a finding.
 */
export function toJs(root: Node | null, anchors: Anchors, budget: AliasBudget): JsConversion {
  return new Conversion(anchors, budget).run(root);
}

/** True for a name that people give to an anchor; `*Rucio**` is Markdown. */
function isName(source: string): boolean {
  return /^[\w-]+$/.test(source);
}

class Conversion {
  readonly #anchors: Anchors;
  readonly #budget: AliasBudget;
  readonly #problems: Finding[] = [];
  readonly #unresolved: string[] = [];
  /** those of the unit itself, not of the targets of its aliases */
  readonly #unresolvedAliases: Alias[] = [];
  /** the collections that the current node is in */
  readonly #open = new Set<Node>();
  #nodesLeft = maxValues;
  /** the alias that is being followed; problems in its target are reported at the alias */
  #outermost: Node | undefined;

  constructor(anchors: Anchors, budget: AliasBudget) {
    this.#anchors = anchors;
    this.#budget = budget;
  }

  run(root: Node | null): JsConversion {
    const value = this.#convert(root, 0);
    return { value, problems: this.#problems, unresolved: this.#unresolved };
  }

  #convert(node: Node | null, depth: number): unknown {
    if (node === null) return null;
    const excess = this.#exceededLimit(depth);
    if (excess !== undefined) return this.#report(node, "too-complex", excess);
    if (isScalar(node)) return this.#convertScalar(node.value);
    return isAlias(node) ? this.#convertAlias(node, depth) : this.#convertCollection(node, depth);
  }

  #convertScalar(value: unknown): unknown {
    if (this.#outermost && typeof value === "string")
      this.#budget.lengthLeft -= Math.max(0, value.length - maxShortText);
    return value;
  }

  /** The message of the limit that a node exceeds, if any. */
  #exceededLimit(depth: number): string | undefined {
    if (depth > maxValueDepth) return `Nested more than ${maxValueDepth} levels deep.`;
    if (this.#outermost) return this.#exceededAliasLimit();
    return this.#nodesLeft-- <= 0 ? "More than 50,000 values in one item." : undefined;
  }

  #exceededAliasLimit(): string | undefined {
    if (this.#budget.lengthLeft < 0) return "The aliases expand to too much text: write the texts out.";
    if (this.#budget.valuesLeft-- > 0) return undefined;
    return "The aliases expand to too many values: write the values out.";
  }

  #convertAlias(alias: Alias, depth: number): unknown {
    const target = this.#anchors.target(alias);
    if (target === undefined) {
      this.#unresolved.push(alias.source);
      if (!this.#outermost) this.#unresolvedAliases.push(alias);
      return this.#report(
        alias,
        "yaml-syntax",
        `Unknown alias: there is no anchor \`&${alias.source}\` before it. Quote it if it is text.`,
        this.#outermost ? undefined : () => this.#quoteFixes(alias),
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

  #convertCollection(node: Node, depth: number): unknown {
    this.#open.add(node);
    const value = this.#convertContent(node, depth + 1);
    this.#open.delete(node);
    return value;
  }

  /** @param depth depth of the node's content */
  #convertContent(node: Node, depth: number): unknown {
    if (isSeq(node)) return node.items.map((item) => this.#convert(asNode(item), depth));
    if (!isMap(node)) return null;
    const result: Record<string, unknown> = Object.create(null);
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : "?";
      if (this.#outermost) this.#budget.lengthLeft -= name.length;
      result[name] = this.#convert(asNode(value), depth);
    }
    return result;
  }

  /** Only the first problem is reported. */
  #report(
    node: Node,
    code: "too-complex" | "yaml-syntax",
    message: string,
    fixes?: () => readonly Fix[],
  ): null {
    const range = rangeOf(this.#outermost ?? node);
    if (this.#problems.length === 0) this.#problems.push({ code, range, message, ...(fixes && { fixes }) });
    return null;
  }

  /** `title: *star` is text, unless the name of an anchor is misspelt. */
  #quoteFixes({ source }: Alias): readonly Fix[] {
    const preferred = !isName(source) || this.#anchors.isEmpty;
    const edits = this.#unresolvedAliases
      .filter((alias) => alias.source === source)
      .map((alias) => ({ ...rangeOf(alias), text: quote(`*${source}`) }));
    return [{ title: "Quote this text", edits, preferred }];
  }
}
