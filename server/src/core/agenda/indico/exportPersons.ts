/** Persons of Indico's exports. Their e-mail addresses, telephone numbers and hashes are not read. */
import type { Person } from "../../document/persons";
import { listIn } from "../../document/plainValues";
import { isPlaceholder } from "../../text/placeholderWord";
import { distinctPersons } from "../distinct";
import { lineIn } from "../lineIn";

/** @param key of a list, such as `speakers`, `chairs`, `presenters` */
export function indicoPersonsIn(map: unknown, key: string): readonly Person[] {
  const persons = listIn(map, key).flatMap((value): readonly Person[] => {
    const name = nameOf(value);
    if (name === undefined || isPlaceholder(name)) return [];
    const affiliation = lineIn(value, "affiliation");
    return [{ name, ...(affiliation !== undefined && { affiliation }) }];
  });
  return distinctPersons(persons);
}

/**
 * Exports of events have `first_name` and `last_name`, timetables `firstName` and `familyName`, and Indico 1 has only
 * `fullName`.
 */
function nameOf(person: unknown): string | undefined {
  const first = lineIn(person, "first_name") ?? lineIn(person, "firstName");
  const last = lineIn(person, "last_name") ?? lineIn(person, "familyName");
  if (first !== undefined || last !== undefined) return [first ?? [], last ?? []].flat().join(" ");
  const full = lineIn(person, "fullName") ?? lineIn(person, "name");
  return full === undefined ? undefined : firstLastName(full);
}

/**
 * The titles that Indico puts before a surname.
 * https://github.com/indico/indico/blob/v3.3/indico/modules/users/models/users.py (`UserTitle`)
 */
const title = /^(?:Dr|Mr|Mrs|Ms|Mx|Prof)\.? +(?=[^,\s])/;

/** `Dr Chair, Sofia` as `Sofia Chair`; the last comma counts, as in `Smith, Jr., Ann`. */
function firstLastName(full: string): string {
  const name = full.replace(title, "");
  const comma = name.lastIndexOf(",");
  const [last, first] = [name.slice(0, Math.max(comma, 0)).trim(), name.slice(comma + 1).trim()];
  if (comma < 0) return name.includes(" ") ? name : full;
  return [first, last].filter((part) => part !== "").join(" ");
}
