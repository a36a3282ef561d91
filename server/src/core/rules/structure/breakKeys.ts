/** Fixes for the keys of a contribution in a break: `themes: none`, and those of a talk. */
import { isMap } from "yaml";
import type { Unit } from "../../document/parseBlock";
import type { Fix } from "../../findings/finding";
import { schemaPathOf } from "../../schema/itemKinds";
import { keysAt } from "../../schema/schema";
import { replaceScalar } from "../../yaml/edits";
import { type KeyedValue, pairOf, stringOf } from "../../yaml/nodes";
import { removeKey } from "../../yaml/removeKey";

/** True for a key that a contribution has and a break has not. */
export function isKeyOfTalk(name: string, { kind }: Unit): boolean {
  return kind === "breaks" && keysAt(schemaPathOf("contributions")).includes(name) && name !== "title";
}

/** @returns the fix that leaves out `themes: none`, or the one that makes the break a contribution */
export function breakKeyFixes(pair: KeyedValue, { node }: Unit, text: string): readonly Fix[] {
  if (!isMap(node)) return [];
  const isNone = pair.name === "themes" && stringOf(pair.value) === "none";
  const removal = isNone ? removeKey(text, node, pair) : undefined;
  if (removal) return [{ title: "Remove `themes`", edits: [removal], preferred: true, safe: true }];
  const name = pairOf(node, "break");
  if (!name) return [];
  const edits = [replaceScalar(text, name.key, "title")];
  return [{ title: "Make it a contribution", edits, preferred: pair.name !== "themes" }];
}
