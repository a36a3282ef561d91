/** The values of a unit that are texts by the schema. */
import { isMap } from "yaml";
import type { Unit } from "../../document/parseBlock";
import { schemaPathOf, type UnitKind } from "../../schema/itemKinds";
import { isFreeText, keysAt, type SchemaPath, schemaAt } from "../../schema/schema";
import { entriesOf, type KeyedValue, type Node, pairsOf, type YAMLMap } from "../../yaml/nodes";

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

/** The keys of a mapping whose values hold texts. */
interface TextKeys {
  readonly texts: ReadonlySet<string>;
  readonly textLists: ReadonlySet<string>;
  /** lists of mappings */
  readonly mapLists: ReadonlyMap<string, TextKeys>;
}

/** @returns in the order of the file; themes are not among them */
export function textValues(unit: Unit): readonly TextValue[] {
  return isMap(unit.node) ? valuesIn(unit.node, keysByKind[unit.kind]) : [];
}

function valuesIn(map: YAMLMap, keys: TextKeys): readonly TextValue[] {
  return pairsOf(map).flatMap((pair): readonly TextValue[] => {
    const { name, value } = pair;
    if (!value) return [];
    if (keys.texts.has(name)) return [{ name, pair, node: value, parent: map }];
    if (keys.textLists.has(name)) return entriesOf(value).map((node) => ({ name, node, parent: value }));
    const entryKeys = keys.mapLists.get(name);
    return entryKeys
      ? entriesOf(value).flatMap((entry) => (isMap(entry) ? valuesIn(entry, entryKeys) : []))
      : [];
  });
}

const keysByKind: Readonly<Record<UnitKind, TextKeys>> = {
  meeting: textKeysAt(schemaPathOf("meeting")),
  contributions: textKeysAt(schemaPathOf("contributions")),
  surveys: textKeysAt(schemaPathOf("surveys")),
  discussion: textKeysAt(schemaPathOf("discussion")),
};

function textKeysAt(path: SchemaPath): TextKeys {
  const names = keysAt(path).filter((name) => name !== "themes");
  const isTextAt = (...steps: SchemaPath): boolean => isFreeText(schemaAt([...path, ...steps]));
  const mapNames = names.filter((name) => keysAt([...path, name, 0]).length > 0);
  return {
    texts: new Set(names.filter((name) => isTextAt(name))),
    textLists: new Set(names.filter((name) => isTextAt(name, 0))),
    mapLists: new Map(mapNames.map((name) => [name, textKeysAt([...path, name, 0])])),
  };
}

/** True for a key whose missing value is an error. */
export function isRequiredText(name: string): boolean {
  return requiredTexts.has(name);
}

const requiredTexts: ReadonlySet<string> = new Set(["title", "question", "topic", "text", "answer"]);
