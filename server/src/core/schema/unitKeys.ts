/** The keys below the root. */
import { schemaPathOf, unitLists } from "./itemKinds";
import { keysAt } from "./schema";

const unitPaths = [...unitLists, "breaks" as const, "meeting" as const].map(schemaPathOf);

/** The root keys that are no keys below the root: an indented one is at the wrong place. */
export const rootOnlyKeys: readonly string[] = keysAt([]).filter(
  (name) => !unitPaths.some((path) => keysAt(path).includes(name)),
);

/** Every key of the meeting head, of items, and of their actions and answers. */
export const unitKeys: ReadonlySet<string> = new Set(
  unitPaths.flatMap((path) => [path, [...path, "actions", 0], [...path, "answers", 0]]).flatMap(keysAt),
);
