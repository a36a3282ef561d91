import { expect, it } from "vitest";
import { readSeveralNames } from "../../../server/src/core/text/readNames";

it.each([
  ["Alessandra Forti and Bob Scribe", "Alessandra Forti|Bob Scribe"],
  ["Alessandra Forti & Bob Scribe", "Alessandra Forti|Bob Scribe"],
  ["Alessandra Forti und Bob Scribe", "Alessandra Forti|Bob Scribe"],
  ["Alessandra Forti/Bob Scribe", "Alessandra Forti|Bob Scribe"],
  ["A. Forti; B. Scribe", "A. Forti|B. Scribe"],
  ["A. Forti, B. Scribe", "A. Forti|B. Scribe"],
  ["A.Forti, B.Scribe", "A.Forti|B.Scribe"],
  ["A. Forti, B. Scribe, and C. Third", "A. Forti|B. Scribe|C. Third"],
  ["A. Forti (CERN), B. Scribe (FNAL);", "A. Forti (CERN)|B. Scribe (FNAL)"],
  ["Dr. A. Forti, Prof. B. Scribe", "Dr. A. Forti|Prof. B. Scribe"],
  ["Forti, A., Scribe, B.", "A. Forti|B. Scribe"],
  ["Forti, A., B. Scribe", "A. Forti|B. Scribe"],
  ["Forti, A. and Scribe, B.", "A. Forti|B. Scribe"],
  ["Forti, Alessandra and Scribe, Bob", "Alessandra Forti|Bob Scribe"],
  ["De Salvo, Alessandro Maria; van der Berg, Jan", "Alessandro Maria De Salvo|Jan van der Berg"],
  ["Forti; Scribe", "Forti|Scribe"],
  ["Jan van der Berg  and  Bob Scribe", "Jan van der Berg|Bob Scribe"],
])("%s is several persons", (text, names) => expect(readSeveralNames(text)).toEqual([names.split("|")]));

it.each([
  ["Alessandra Forti, Bob Scribe", ["Alessandra Forti", "Bob Scribe"], ["Bob Scribe Alessandra Forti"]],
  ["García Márquez,Gabriel José", ["García Márquez", "Gabriel José"], ["Gabriel José García Márquez"]],
  [
    "Forti, Alessandra, Scribe, Bob",
    ["Alessandra Forti", "Bob Scribe"],
    ["Forti", "Alessandra", "Scribe", "Bob"],
  ],
])("%s has two readings", (text, ...readings) => expect(readSeveralNames(text)).toEqual(readings));

it.each([
  "",
  "A. Forti",
  "Forti, Alessandra",
  "van der Berg, Jan",
  "De Salvo, Alessandro Maria",
  "García Márquez, Gabriel",
  "Visitor, Val (NERSC)",
  "A. Forti (CERN, IT)",
  "A. Forti, CERN",
  "A. Forti/CERN",
  "A. Forti; CERN",
  "Alessandra Forti, CERN IT",
  "Alessandra Forti, Manchester",
  "Alessandra Forti, University of Manchester",
  "A. Forti, Rutherford Appleton Laboratory",
  "A. Forti, B. Scribe et al.",
  "John Smith, M.D.",
  "Smith, John, Jr.",
  "José Ortega y Gasset",
  "John and Jane Smith",
  "Alice and Bob",
  "Storage and Networking",
  "Department of Physics and Astronomy",
  "Rucio and FTS teams",
  "R&D team",
  `${"A. Forti, ".repeat(200)}B. Scribe`,
])("%s may be one person", (text) => expect(readSeveralNames(text)).toEqual([]));
