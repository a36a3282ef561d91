import { type Document, isScalar, type Node, visit } from "yaml";

export interface DuplicateKey {
  readonly name: string;
  readonly node: Node;
}

/**
 * The first duplicate key. Linear, unlike the parser's `uniqueKeys`, which compares each key with all others.
 */
export function duplicateKey(document: Document): DuplicateKey | undefined {
  let found: DuplicateKey | undefined;
  visit(document, {
    Map(_, map) {
      found = duplicateIn(map.items.map(({ key }) => key));
      return found ? visit.BREAK : undefined;
    },
  });
  return found;
}

function duplicateIn(keys: readonly unknown[]): DuplicateKey | undefined {
  const seen = new Set<string>();
  for (const key of keys) {
    if (!isScalar(key)) continue;
    const name = String(key.value);
    if (seen.has(name)) return { name, node: key };
    seen.add(name);
  }
  return undefined;
}
