/** The keys with free text. */
import { schemaPathOf, unitLists } from "../schema/itemKinds";
import { isFreeText, keysAt, schemaAt } from "../schema/schema";

const maps = [...unitLists, "meeting" as const]
  .map(schemaPathOf)
  .flatMap((path) => [path, [...path, "actions", 0], [...path, "answers", 0]]);

const textKeys: ReadonlySet<string> = new Set(
  maps.flatMap((path) => keysAt(path).filter((key) => isFreeText(schemaAt([...path, key])))),
);

/** True for a key whose whole value can be quoted: a title, a place, the text of an action. */
export function isTextKey(key: string): boolean {
  return textKeys.has(key);
}
