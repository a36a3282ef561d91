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
  const values: TextValue[] = [];
  if (isMap(unit.node)) addValues(unit.node, keysByKind[unit.kind], values);
  return values;
}

function addValues(map: YAMLMap, keys: TextKeys, values: TextValue[]): void {
  for (const pair of pairsOf(map)) {
    const { name, value } = pair;
    if (!value) continue;
    if (keys.texts.has(name)) values.push({ name, pair, node: value, parent: map });
    else if (keys.textLists.has(name))
      for (const node of entriesOf(value)) {
        const keysOfEntry = isMap(node) ? keys.mapLists.get(name) : undefined;
        if (isMap(node) && keysOfEntry) addValues(node, keysOfEntry, values);
        else values.push({ name, node, parent: value });
      }
    else addEntryValues(value, keys.mapLists.get(name), values);
  }
}

function addEntryValues(list: Node, keys: TextKeys | undefined, values: TextValue[]): void {
  if (!keys) return;
  for (const entry of entriesOf(list)) if (isMap(entry)) addValues(entry, keys, values);
}

const keysByKind: Readonly<Record<UnitKind, TextKeys>> = {
  meeting: textKeysAt(schemaPathOf("meeting")),
  sessions: textKeysAt(schemaPathOf("sessions")),
  breaks: textKeysAt(schemaPathOf("breaks")),
  actions: textKeysAt(schemaPathOf("actions")),
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
