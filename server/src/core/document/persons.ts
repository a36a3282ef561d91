/** Reads persons: `A. Forti` or `{name: A. Forti, affiliation: CERN}`. */

import { isPlaceholder, withoutPlaceholders } from "../text/placeholderWord";
import { readNames } from "../text/readNames";
import { asText, listIn, textIn, valueIn } from "./plainValues";

/** A person, as written. */
export interface Person {
  readonly name: string;
  readonly affiliation?: string;
}

/** The persons of a list, without `none` and the like; a text instead of the list counts as a list of one. */
export function personsIn(map: unknown, key: string): readonly Person[] {
  return listIn(map, key).flatMap((value): readonly Person[] => {
    const name = textIn(value, "name") ?? asText(value);
    if (name === undefined || isPlaceholder(name)) return [];
    const affiliation = textIn(value, "affiliation");
    return [{ name, ...(affiliation !== undefined && { affiliation }) }];
  });
}

/**
 * The names of a list as written: they may be blank or span lines. A text instead of a list is several names if it can only
 * be read so.
 */
export function writtenNamesIn(map: unknown, key: string): readonly string[] {
  const names = namesIn(map, key).flatMap((entry) => {
    const name = valueIn(entry, "name") ?? entry;
    return typeof name === "string" ? name : (asText(name) ?? []);
  });
  return withoutPlaceholders(names);
}

/** The entries of a list of names, or the names in a text. */
function namesIn(map: unknown, key: string): readonly unknown[] {
  const value = valueIn(map, key);
  if (typeof value !== "string" || value.includes("\n")) return listIn(map, key);
  const [names, ...others] = readNames(value);
  return names && others.length === 0 ? names : [value];
}
