import { type Alias, type Document, type Node, visit } from "yaml";

/** Resolves aliases to their nodes; the document is traversed once, on the first request. */
export class Anchors {
  readonly #document: Document;
  #targets: ReadonlyMap<Alias, Node> | undefined;

  constructor(document: Document) {
    this.#document = document;
  }

  /** True if the document has no anchor. */
  get isEmpty(): boolean {
    let isEmpty = true;
    visit(this.#document, {
      Value: (_, node) => {
        if (node.anchor === undefined) return undefined;
        isEmpty = false;
        return visit.BREAK;
      },
    });
    return isEmpty;
  }

  /** @returns the last node before `alias` that has its anchor; undefined if there is none */
  target(alias: Alias): Node | undefined {
    this.#targets ??= targetsIn(this.#document);
    return this.#targets.get(alias);
  }

  /** @returns the names of the aliases that cannot be resolved */
  missing(): readonly string[] {
    const names: string[] = [];
    visit(this.#document, {
      Alias: (_, alias) => {
        if (!this.target(alias)) names.push(alias.source);
      },
    });
    return names;
  }
}

function targetsIn(document: Document): ReadonlyMap<Alias, Node> {
  const anchored = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  visit(document, {
    Value: (_, node) => {
      if (node.anchor !== undefined) anchored.set(node.anchor, node);
    },
    Alias: (_, alias) => {
      const target = anchored.get(alias.source);
      if (target) targets.set(alias, target);
    },
  });
  return targets;
}
