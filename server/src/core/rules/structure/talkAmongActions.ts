/** A talk below `actions:` at the margin, which ends the list of contributions above it. */
import type { Unit } from "../../document/parseBlock";
import type { Finding } from "../../findings/finding";
import { nameOf, schemaPathOf, titleKey, type UnitList } from "../../schema/itemKinds";
import { keysAt } from "../../schema/schema";
import { type KeyedValue, pairsOf, rangeOf } from "../../yaml/nodes";

const lists: readonly UnitList[] = ["contributions", "discussion", "surveys"];

/** @returns the finding for the title of an item in the list of the meeting's actions; undefined for another key */
export function talkAmongActions({ key, name }: KeyedValue, { kind, node }: Unit): Finding | undefined {
  if (kind !== "actions") return undefined;
  const names = pairsOf(node).map((pair) => pair.name);
  const actionKeys = keysAt(schemaPathOf("actions"));
  const list = lists.find((candidate) => {
    const keys = keysAt(schemaPathOf(candidate)).filter((other) => !actionKeys.includes(other));
    return name === titleKey(candidate) && names.some((other) => other !== name && keys.includes(other));
  });
  if (list === undefined) return undefined;
  const message = `A ${nameOf(list)} must be below \`${list}\`, not below the \`actions\` of the meeting: indent \`actions\` if they are those of the item above.`;
  return { code: "unknown-key", range: rangeOf(key), message };
}
