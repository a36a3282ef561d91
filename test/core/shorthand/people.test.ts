import { describe, expect, it } from "vitest";
import { People } from "../../../server/src/core/shorthand/people";

describe("persons of a file", () => {
  it.each([
    ["Roger Jonas", ["Jonas", "Roger", "RJ", "R. Jonas", "R Jonas", "rjonas", "@rjonas", "Jonas, R."]],
    ["García Márquez, Gabriel", ["García Márquez", "Márquez", "Garcia", "Gabriel", "GGM", "Márquez, G."]],
    ["Müller, Jörg", ["Mueller", "jmueller", "Muller", "JM", "Jörg", "Joerg Mueller"]],
    ["Alison O'Neill", ["AO'N", "AO\u2019N", "AON", "O'Neill", "O\u2019Neill"]],
    ["Jan van der Berg", ["JvdB", "JB", "van der Berg", "Berg", "J. Berg"]],
    ["Ron McDonald", ["RMcD", "RM"]],
    ["Åsa Bøe", ["Boe", "Asa"]],
    ["Robert J. Dane", ["RD", "RJD", "R. Dane", "Robert Dane", "Dane"]],
  ])("are found by other forms of the name: %s", (name, forms) => {
    const people = new People([name]);
    const found = people.find(name);
    expect(found).toBeDefined();
    expect(forms.map((form) => people.find(form))).toEqual(forms.map(() => found));
  });

  it("are one person with their initials and their short name elsewhere", () => {
    const people = new People(["RJ", "J. Colbourne", "Roger Jonas", "Jeremy Colbourne", "Roger"]);
    expect(["RJ", "JC", "J. Colbourne", "Colbourne", "Roger"].map((form) => people.find(form))).toEqual([
      "Roger Jonas",
      "Jeremy Colbourne",
      "Jeremy Colbourne",
      "Jeremy Colbourne",
      "Roger Jonas",
    ]);
  });

  it("are not found by a form that fits two of them", () => {
    const people = new People(["Roger Jonas", "Rita Jonas", "RJ", "R. Jonas"]);
    expect(["RJ", "R. Jonas", "Jonas"].map((form) => people.find(form))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(people.find("Rita")).toBe("Rita Jonas");
  });

  it("have short names only, if the file has no other", () => {
    const people = new People(["RJ", "R. Jonas", "DK"]);
    expect([people.find("RJ"), people.find("DK")]).toEqual(["R. Jonas", "DK"]);
  });

  it("do not take the names of two persons for one", () => {
    const people = new People(["Alessandra Forti, Bob Van Scribe"]);
    expect(people.find("Bob")).toBeUndefined();
  });
});
