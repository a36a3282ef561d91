import { isMap, isSeq } from "yaml";
import type { Unit } from "../document/parseBlock";
import { nameOf, schemaPathOf } from "../schema/itemKinds";
import { stepsOf } from "../schema/jsonPointer";
import { lineAt, type Range } from "../text/range";
import { asNode, type Node, pairsOf } from "../yaml/nodes";

/** A value that the schema reports. */
export interface Place {
  readonly node: Node | null;
  /** the key above the value, where there is one */
  readonly key?: Node;
  readonly path: readonly (string | number)[];
  readonly parent: Node | null;
}

/** @param instancePath JSON pointer from the unit's node */
export function placeOf(unit: Unit, instancePath: string): Place {
  const place: Place = { node: unit.node, path: schemaPathOf(unit.kind), parent: null };
  return stepsOf(instancePath).reduce(below, place);
}

function below({ node: parent, path }: Place, step: string): Place {
  if (isMap(parent)) {
    const pair = pairsOf(parent).findLast(({ name }) => name === step);
    return { node: pair?.value ?? null, ...(pair && { key: pair.key }), path: [...path, step], parent };
  }
  const node = isSeq(parent) ? asNode(parent.items[Number(step)]) : null;
  return { node, path: [...path, Number(step)], parent };
}

/** `a contribution`, `an action`, a key's name. */
export function describePlace(place: Place, unit: Unit): string {
  const name = place.path.at(-1);
  if (place.parent === null) return unit.kind === "meeting" ? "the meeting" : `a ${nameOf(unit.kind)}`;
  const label = String(typeof name === "number" ? place.path.at(-2) : name);
  return label === "answers" || label === "actions" ? `an ${label.slice(0, -1)}` : `\`${label}\``;
}

/** A finding marks one line: a long value is marked to the end of its first. */
export function clipToLine(text: string, range: Range): Range {
  return {
    start: range.start,
    end: Math.min(range.end, Math.max(range.start, lineAt(text, range.start).end)),
  };
}

/** With a capital letter first. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Words in backticks with commas between them. */
export function quotedList(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(", ");
}
