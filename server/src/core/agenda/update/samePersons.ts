/** Compares lists of persons, however their names are written. */
import type { Person } from "../../document/persons";
import { comparablePerson } from "../../text/personName";
import { QueueByKey } from "../../text/queueByKey";

/** For each name of a file the person of the agenda that it is, and the persons that the file does not have. */
export interface PersonMatches {
  /** by index of the name in the file */
  readonly found: readonly (Person | undefined)[];
  readonly others: readonly Person[];
}

export function matchPersons(names: readonly string[], persons: readonly Person[]): PersonMatches {
  const found: (Person | undefined)[] = names.map(() => undefined);
  let others = persons;
  for (const keyOf of [comparableName, initialAndSurname]) {
    const free = [...names.keys()].filter((at) => !found[at]);
    const waiting = new QueueByKey(free, (at) => keyOf(names[at] ?? ""));
    others = others.filter((person) => {
      const at = waiting.take(keyOf(person.name));
      if (at !== undefined) found[at] = person;
      return at === undefined;
    });
  }
  return { found, others };
}

/** Without titles and accents: `Dr. Chloé Martin` as `chloe martin`. */
function comparableName(name: string): string {
  const words = comparablePerson(name).normalize("NFD").replaceAll(/\p{M}/gu, "");
  return words.replace(/^(?:dr|prof|mr|mrs|ms)\. /, "");
}

/** `a forti` for `Alessandra Forti` and `A. Forti`, the same name in full and with an initial. */
function initialAndSurname(name: string): string {
  const words = comparableName(name).split(" ");
  const first = words[0] ?? "";
  const isShort = /^\p{L}\.?$/u.test(first);
  return `${isShort || words.length > 1 ? first.charAt(0) : first} ${words.at(-1) ?? ""}`;
}
