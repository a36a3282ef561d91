/** The numbers of docs/format.md are those of the code. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { catalogueLimits } from "../../server/src/core/catalogue/catalogueLimits";
import { limitsFor } from "../../server/src/core/document/fileLimits";
import { maxLearnedLength } from "../../server/src/core/suggest/evidence";
import { archiveLimits } from "../../server/src/core/suggest/examplesIn";
import { maxNestingDepth } from "../../server/src/core/yaml/yamlDocument";
import { archiveReaderLimits } from "../../server/src/host/archiveReader";
import { meetingFileLimits } from "../../server/src/host/meetingFiles";

const page = readFileSync(new URL("../../docs/format.md", import.meta.url), "utf8");
const inWords = (count: number): string => count.toLocaleString("en");

/** The numbers in the row of a table that begins so. */
function numbersOf(what: string): readonly string[] {
  const row = page.split("\n").find((line) => line.startsWith(`| ${what}`));
  const [, , limit = ""] = row?.split("|") ?? [];
  return limit.match(/\d[\d,]*\d|\d/g) ?? [];
}

const limits = catalogueLimits;
it.each<[string, readonly number[]]>([
  ["size of the file", [limits.bytes / 2 ** 20]],
  ["line ends, commas, colons, brackets, `&`", [limits.separators]],
  ["nesting | 300", [maxNestingDepth]],
  ["themes |", [limits.themes]],
  ["topics |", [limits.topics, limits.topicsOfTheme]],
  ["systems |", [limits.systems]],
  ["communities |", [limits.communities]],
  ["examples |", [limits.examples]],
  ["words of all", [limits.words]],
  ["aliases of all", [limits.aliases]],
  ["links of all", [limits.links]],
  ["themes of one system", [limits.references]],
  ["an id |", [limits.idLength]],
  ["a title of a theme", [limits.nameLength]],
  ["a summary, an address", [limits.summaryLength]],
  ["an example's title", [limits.titleLength]],
  ["an example's notes", [limits.notesLength]],
  ["nesting | 50", [50, maxNestingDepth]],
  ["title and notes used for suggestions", [maxLearnedLength]],
  [
    "meetings that suggestions learn from",
    [
      meetingFileLimits.files,
      meetingFileLimits.bytes / 2 ** 20,
      archiveReaderLimits.bytes / 2 ** 20,
      meetingFileLimits.entries,
      archiveReaderLimits.examples,
    ],
  ],
  [
    "an item that suggestions learn from",
    [archiveLimits.maxBlockLength, archiveLimits.maxBlockSeparators, 20],
  ],
  ["root keys and items of a file", [limitsFor(10).maxBlocks]],
  ["line ends, commas, colons and brackets in one item", [limitsFor(10).maxBlockSeparators]],
])("%s", (what, numbers) => {
  expect(numbersOf(what)).toEqual(numbers.map(inWords));
});
