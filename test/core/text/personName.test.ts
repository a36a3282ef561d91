import { expect, it } from "vitest";
import { comparablePerson, firstLast } from "../../../server/src/core/text/personName";

it.each(["A. Forti", "a. forti", "A.Forti", " A.  Forti ", "Forti, A.", "A. Forti (CERN)"])(
  "%s is A. Forti",
  (name) => expect(comparablePerson(name)).toBe("a. forti"),
);

it.each([
  ["Forti, Alessandra", "alessandra forti"],
  ["van der Berg, J.", "j. van der berg"],
  ["A. Forti, CERN", "a. forti, cern"],
  ["A. Forti, B. Two, C. Three", "a. forti, b. two, c. three"],
  ["", ""],
])("%s is %s", (name, comparable) => expect(comparablePerson(name)).toBe(comparable));

it.each([
  ["Forti, A.", "A. Forti"],
  ["Visitor, Val (NERSC)", "Val Visitor (NERSC)"],
  ["van der Berg, Jan  (CERN, IT)", "Jan van der Berg (CERN, IT)"],
  ["A. Forti (CERN)", "A. Forti (CERN)"],
  ["A. Forti, CERN", "A. Forti, CERN"],
  ["(CERN)", "(CERN)"],
])("%s is shown as %s", (name, shown) => expect(firstLast(name)).toBe(shown));
