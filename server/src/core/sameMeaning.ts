import { isAlias, isMap, isScalar, isSeq, type Node, type Pair } from "yaml";
import { asNode } from "./nodes";

/** True where both say the same; aliases are compared by name, so that a loop ends and a bomb stays small. */
export function sameMeaning(left: Node | null, right: Node | null): boolean {
  if (isAlias(left)) return isAlias(right) && left.source === right.source;
  if (left === null || right === null || isAlias(right)) return left === right;
  if (left.anchor !== right.anchor || left.tag !== right.tag) return false;
  if (isScalar(left)) return isScalar(right) && Object.is(left.value, right.value);
  if (isSeq(left)) return isSeq(right) && samePlaces(left.items, right.items);
  return isMap(left) && isMap(right) && samePlaces(left.items.flatMap(sides), right.items.flatMap(sides));
}

function samePlaces(left: readonly unknown[], right: readonly unknown[]): boolean {
  return (
    left.length === right.length &&
    left.every((item, index) => sameMeaning(asNode(item), asNode(right[index])))
  );
}

function sides({ key, value }: Pair): readonly unknown[] {
  return [key, value];
}
