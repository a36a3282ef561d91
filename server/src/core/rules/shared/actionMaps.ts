/** The actions of a unit as nodes. */
import { isMap } from "yaml";
import type { Unit } from "../../document/parseBlock";
import { schemaPathOf } from "../../schema/itemKinds";
import type { SchemaPath } from "../../schema/schema";
import { entriesOf, pairOf, type YAMLMap } from "../../yaml/nodes";

/** The mappings in `actions` of an item, or the unit itself if it is an action of the meeting. */
export function actionMaps({ kind, node }: Unit): readonly YAMLMap[] {
  const entries = kind === "actions" ? [node] : entriesOf(pairOf(node, "actions")?.value);
  return entries.filter((entry) => isMap(entry));
}

/** The path of an action of the unit in the schema. */
export function actionPath({ kind }: Unit): SchemaPath {
  return kind === "actions" ? schemaPathOf(kind) : [...schemaPathOf(kind), "actions", 0];
}
