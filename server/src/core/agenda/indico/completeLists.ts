/** The lists that an export has in full. */
import { valueIn } from "../../document/plainValues";
import type { CompleteList } from "../agenda";

/**
 * The lists for which every map has one of the keys, as older exports and those with less detail have fewer keys; none
 * without maps.
 */
export function completeLists(
  maps: readonly unknown[],
  keys: Readonly<Partial<Record<CompleteList, readonly string[]>>>,
): readonly CompleteList[] {
  if (maps.length === 0) return [];
  const lists: readonly CompleteList[] = ["chairs", "links", "parts", "speakers"];
  return lists.filter((list) => {
    const names = keys[list] ?? [];
    return names.length > 0 && maps.every((map) => names.some((name) => isList(valueIn(map, name))));
  });
}

/** An object is the list of a timetable, with files and folders. */
function isList(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
