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
  ["De Salvo, Alessandro Maria", "Alessandro Maria De Salvo"],
  ["Berg, Jan van der", "Jan van der Berg"],
  ["García Márquez, G.", "G. García Márquez"],
  ["GARCÍA MÁRQUEZ, Gabriel", "Gabriel GARCÍA MÁRQUEZ"],
  ["Saint-Exupéry, Antoine de", "Antoine de Saint-Exupéry"],
])("%s is shown as %s", (name, shown) => expect(firstLast(name)).toBe(shown));

it.each([
  "Alessandra Forti, Bob Scribe",
  "Alessandra Forti, Bob",
  "Alessandra Forti, Manchester",
  "Alessandra Forti, UK",
  "Forti, Alessandra and Bob Scribe",
  "Forti, Alessandra; Scribe",
  "Forti, Room B12",
  "Martin Luther King, Jr.",
  "Smith, PhD",
  "A. Forti, B. Two",
])("%s is shown as it is", (name) => expect(firstLast(name)).toBe(name));
