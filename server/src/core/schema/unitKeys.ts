/** The keys below the root. */
import { itemLists, schemaPathOf } from "./itemKinds";
import { keysAt } from "./schema";

const unitPaths = [...itemLists, "meeting" as const].map(schemaPathOf);

/** Every key of the meeting head, of items, and of their actions and answers. */
export const unitKeys: ReadonlySet<string> = new Set(
  unitPaths.flatMap((path) => [path, [...path, "actions", 0], [...path, "answers", 0]]).flatMap(keysAt),
);
