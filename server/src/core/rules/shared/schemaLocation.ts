import { isMap, isSeq } from "yaml";
import type { Unit } from "../../document/parseBlock";
import { schemaPathOf, withArticle } from "../../schema/itemKinds";
import { stepsOf } from "../../schema/jsonPointer";
import { isPeopleKey } from "../../schema/keyKinds";
import { lineAt, type Range } from "../../text/range";
import { asNode, type Node, pairsOf } from "../../yaml/nodes";

/** A value that the schema reports. */
export interface SchemaLocation {
  readonly node: Node | null;
  /** the key of the value, if it is in a mapping */
  readonly key?: Node;
  readonly path: readonly (string | number)[];
  readonly parent: Node | null;
}

/** @param instancePath JSON pointer from the unit's node */
export function locateInstance(unit: Unit, instancePath: string): SchemaLocation {
  const location: SchemaLocation = { node: unit.node, path: schemaPathOf(unit.kind), parent: null };
  return stepsOf(instancePath).reduce(childLocation, location);
}

function childLocation({ node: parent, path }: SchemaLocation, step: string): SchemaLocation {
  if (isMap(parent)) {
    const pair = pairsOf(parent).findLast(({ name }) => name === step);
    return { node: pair?.value ?? null, ...(pair && { key: pair.key }), path: [...path, step], parent };
  }
  const node = isSeq(parent) ? asNode(parent.items[Number(step)]) : null;
  return { node, path: [...path, Number(step)], parent };
}

/** `a contribution`, `an action`, a key's name. */
export function describeLocation(location: SchemaLocation, unit: Unit): string {
  const name = location.path.at(-1);
  if (location.parent === null) return withArticle(unit.kind);
  const label = String(typeof name === "number" ? location.path.at(-2) : name);
  if (isPeopleKey(label)) return typeof name === "number" ? "a person" : `\`${label}\``;
  if (label === "links" || label === "parts") return `a ${label.slice(0, -1)}`;
  return label === "answers" || label === "actions" ? `an ${label.slice(0, -1)}` : `\`${label}\``;
}

/** Clips a range to its first line: findings never span lines. */
export function clipToLine(text: string, range: Range): Range {
  return {
    start: range.start,
    end: Math.min(range.end, Math.max(range.start, lineAt(text, range.start).end)),
  };
}

/** The text with its first letter in upper case. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `a`, `b` or `c`, each in backticks. */
export function choiceList(options: readonly unknown[]): string {
  const words = options.map((option) => `\`${String(option)}\``);
  return [words.slice(0, -1).join(", "), ...words.slice(-1)].filter((part) => part !== "").join(" or ");
}

/** Words in backticks with commas between them. */
export function quotedList(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(", ");
}
