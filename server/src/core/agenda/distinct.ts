/** Lists of an agenda without repetitions; the first of several stays. */
import type { Person } from "../document/persons";
import type { AgendaLink } from "./agenda";

/** A person with two affiliations is two. */
export function distinctPersons(persons: readonly Person[]): readonly Person[] {
  // names are one line
  return distinctBy(persons, ({ name, affiliation = "" }) => `${name}\n${affiliation}`);
}

/** One link for each address. */
export function distinctLinks(links: readonly AgendaLink[]): readonly AgendaLink[] {
  return distinctBy(links, ({ url }) => url);
}

function distinctBy<T>(values: readonly T[], keyOf: (value: T) => string): readonly T[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const key = keyOf(value);
    return !seen.has(key) && seen.add(key);
  });
}
