import { describe, expect, it } from "vitest";
import { NameFinder } from "../../../server/src/core/catalogue/nameFinder";

const names = new NameFinder<string>();
for (const name of ["Argo", "Argo CD", "CVMFS", "CernVM-FS", "k3s", "in-toto"]) names.add(name, name);

function found(text: string): string[] {
  return names.findIn(text).map(({ start, end, of }) => `${text.slice(start, end)} = ${of}`);
}

describe("names in a text", () => {
  it.each<[string, string, string[]]>([
    ["in any case", "cvmfs and K3S", ["cvmfs = CVMFS", "K3S = k3s"]],
    ["the longest of two", "Argo CD, not Argo", ["Argo CD = Argo CD", "Argo = Argo"]],
    [
      "between other marks",
      "CVMFS/CernVM-FS (in-toto)",
      ["CVMFS = CVMFS", "CernVM-FS = CernVM-FS", "in-toto = in-toto"],
    ],
    ["not within a word", "Argonaut, myCVMFS, k3ssh, Argo CDN", ["Argo = Argo"]],
    ["after letters that take two code units", "🙂CVMFS 𝔸CVMFS", ["CVMFS = CVMFS"]],
    ["after a letter whose lower case is longer", "İstanbul: CVMFS", ["CVMFS = CVMFS"]],
    ["none", "", []],
  ])("%s", (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});
