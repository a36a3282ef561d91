import type { Person } from "../../document/persons";

/** `A. Forti, E. Speaker (CERN)` */
export function namesText(persons: readonly Person[]): string {
  return persons
    .map(({ name, affiliation }) => (affiliation === undefined ? name : `${name} (${affiliation})`))
    .join(", ");
}
