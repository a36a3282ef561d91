/** Names of keys with small mistakes. */
import { distance } from "fastest-levenshtein";
import { keysAt } from "./schema";

/** Maximum UTF-16 units of a name that is compared; no key of the format and none of its other names is as long. */
const maxNameLength = 40;

/** True if `name` is one of the names in another case or with a mistake in a third of its letters at most. */
export function isNearName(name: string, names: readonly string[]): boolean {
  if (name.length > maxNameLength) return false;
  const lower = name.toLowerCase();
  const limit = Math.min(2, Math.floor(lower.length / 3));
  return names.some((candidate) => distance(lower, candidate.toLowerCase()) <= limit);
}

/** UTF-16 units from which on the beginning of a key's name is taken for the key. */
const minBeginning = 4;

/** `Time Zone` as `timezone`, `due_date` as `duedate`, `speakers` as `speaker`. */
export function comparableName(name: string): string {
  return name
    .slice(0, maxNameLength)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "")
    .replace(/s$/, "");
}

/** True for a key of the root, a misspelt or shortened one, and an extension, `x-room`. */
export function isNearRootKey(name: string): boolean {
  const names = keysAt([]);
  const isBeginning = name.length >= minBeginning && names.some((key) => key.startsWith(name.toLowerCase()));
  return isBeginning || name.startsWith("x-") || isNearName(name, names);
}
