/** The persons of a meeting. */
import type { Person } from "../../document/persons";
import { comparablePerson } from "../../text/personName";
import type { Notes } from "../read/notes";

/** Each person once, however the name is written; with the first affiliation that is given, as it is there. */
export function personsOf({ meeting, sessions, items }: Notes): readonly Person[] {
  const speakers = items.flatMap((item) => [item, ...item.parts]).flatMap((item) => item.speakers);
  const byName = new Map<string, Person>();
  for (const person of [
    ...meeting.chairs,
    ...meeting.minuteTakers,
    ...meeting.attendees,
    ...meeting.apologies,
    ...sessions.flatMap(({ conveners }) => conveners),
    ...speakers,
  ]) {
    const name = comparablePerson(person.name);
    const known = byName.get(name);
    if (!known || (known.affiliation === undefined && person.affiliation !== undefined))
      byName.set(name, person);
  }
  return [...byName.values()];
}
