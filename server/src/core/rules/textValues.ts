/** The values of a unit that are texts by the schema. */
import { isMap, isSeq } from "yaml";
import type { Unit } from "../document/parseBlock";
import { schemaPathOf } from "../schema/itemKinds";
import { isFreeText, type SchemaPath, schemaAt, takesList } from "../schema/schema";
import { asNode, entriesOf, type KeyedValue, type Node, pairsOf, type YAMLMap } from "../yaml/nodes";

/** A value where the schema takes a text. */
export interface TextValue {
  /** its key, or the key of its list */
  readonly name: string;
  /** undefined for an entry of a list */
  readonly pair?: KeyedValue;
  readonly node: Node;
  /** the map or the list that it is in */
  readonly parent: Node;
}

/** @returns in the order of the file; themes are not among them */
export function textValues(unit: Unit): readonly TextValue[] {
  return isMap(unit.node) ? valuesIn(unit.node, schemaPathOf(unit.kind)) : [];
}

function valuesIn(map: YAMLMap, path: SchemaPath): readonly TextValue[] {
  return pairsOf(map).flatMap((pair): readonly TextValue[] => {
    const { name, value } = pair;
    if (!value || name === "themes") return [];
    const schema = schemaAt([...path, name]);
    if (isFreeText(schema)) return [{ name, pair, node: value, parent: map }];
    return takesList(schema) && isSeq(value) ? entryValues(name, value, [...path, name, 0]) : [];
  });
}

function entryValues(name: string, list: Node, path: SchemaPath): readonly TextValue[] {
  const isTextList = isFreeText(schemaAt(path));
  return entriesOf(list).flatMap((entry): readonly TextValue[] => {
    if (isTextList) return [{ name, node: entry, parent: list }];
    const map = asNode(entry);
    return isMap(map) ? valuesIn(map, path) : [];
  });
}

/** True for a key whose missing value is an error. */
export function isRequiredText(name: string): boolean {
  return requiredTexts.has(name);
}

const requiredTexts: ReadonlySet<string> = new Set(["title", "question", "topic", "text", "answer"]);
