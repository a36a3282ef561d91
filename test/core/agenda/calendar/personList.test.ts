import { expect, it } from "vitest";
import { readPersonList } from "../../../../server/src/core/agenda/calendar/personList";

it.each([
  ["Ann One (CERN), Bob Two", ["Ann One|CERN", "Bob Two"]],
  ["Remi (Rem) Zaidan (University of Iowa (US))", ["Remi (Rem) Zaidan|University of Iowa (US)"]],
  ["Conan O'Brien-Smith, Jr. (INFN, Bologna), Li Wei", ["Conan O'Brien-Smith, Jr.|INFN, Bologna", "Li Wei"]],
  ["Ann One; Ann One, TBC, ", ["Ann One"]],
  ["(CERN)", ["(CERN)"]],
  ["A (B", ["A (B"]],
  ["A), B", ["A)", "B"]],
])("%s", (line, expected) => {
  const persons = readPersonList(line);
  expect(persons.map(({ name, affiliation }) => (affiliation ? `${name}|${affiliation}` : name))).toEqual(
    expected,
  );
});
