/** Reads the entries of `actions`. */
import { isExtensionKey, keysAt, type SchemaPath } from "../schema/schema";
import { withoutLineComments } from "../text/comments";
import { isPlaceholder } from "../text/placeholderWord";
import { personsIn } from "./persons";
import { asText, textIn, withoutExtensions } from "./plainValues";

/** Keys that the format does not have, with their values as plain JS; neither has keys that begin with `x-`. */
export type UnknownKeys = readonly (readonly [name: string, value: unknown])[];

const statuses = ["open", "in-progress", "done", "dropped"] as const;

export type ActionStatus = (typeof statuses)[number];

/** An entry of `actions`. */
export interface ItemAction {
  readonly text?: string;
  /** the number that people use to refer to it */
  readonly id?: string;
  /** the owner, then the other owners, each name once */
  readonly owners: readonly string[];
  /** as written, like the other dates */
  readonly due?: string;
  readonly closed?: string;
  readonly since?: string;
  readonly status: ActionStatus;
  readonly unknownKeys: UnknownKeys;
}

/**
 * Plain text such as `- Ask again` is accepted although the format requires a key.
 * @returns undefined for an entry without any value
 */
export function actionOf(value: unknown, path: SchemaPath): ItemAction | undefined {
  const text = valueOrNothing(textIn(value, "text") ?? asText(value));
  const persons = [...personsIn(value, "owner"), ...personsIn(value, "owners")];
  const owners = persons.map(({ name }) => name);
  const [due, id] = [valueOrNothing(textIn(value, "due")), valueOrNothing(textIn(value, "id"))];
  const [closed, since] = [textIn(value, "closed"), textIn(value, "since")];
  if (text === undefined && owners.length === 0 && due === undefined) return undefined;
  return {
    ...(text !== undefined && { text }),
    ...(id !== undefined && { id }),
    owners: [...new Set(owners)],
    ...(due !== undefined && { due }),
    ...(closed !== undefined && { closed }),
    ...(since !== undefined && { since }),
    status: statuses.find((status) => status === textIn(value, "status")) ?? "open",
    unknownKeys: unknownKeysIn(value, path),
  };
}

/** @param path of the mapping in the schema */
export function unknownKeysIn(map: unknown, path: SchemaPath): UnknownKeys {
  if (typeof map !== "object" || map === null || Array.isArray(map)) return [];
  const known = keysAt(path);
  return Object.entries(map)
    .filter(([name]) => !known.includes(name) && !isExtensionKey(name))
    .map(([name, value]) => [name, withoutExtensions(value)]);
}

/** The value without comments; undefined for `none`, `tbd` and the like. */
function valueOrNothing(value: string | undefined): string | undefined {
  const text = value === undefined ? "" : withoutLineComments(value);
  return text === "" || isPlaceholder(text) ? undefined : text;
}
