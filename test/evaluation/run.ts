/** `npm run eval [-- FILE…]`: how good suggestions are, on titles that they did not learn from. */
import { readFileSync } from "node:fs";
import { parseCatalogue } from "../../server/src/entry/catalogueFile";
import { crossValidate, withArchive } from "./crossValidation";
import { figuresOf, type Judged, outcomesOf } from "./measure";
import { suggesterOf } from "./rankers";
import { comparison, report } from "./report";

const path = "schemas/wlcg.catalogue.yaml";
const catalogue = await parseCatalogue(readFileSync(path, "utf8"), path);
const files = process.argv.slice(2);
for (const file of files.length > 0 ? files : ["test/evaluation/titles.json"]) {
  const titles = (JSON.parse(readFileSync(file, "utf8")) as (Judged & { readonly gist?: string })[]).map(
    ({ gist, ...judged }) => (gist ? { ...judged, notes: gist } : judged),
  );
  const withNotes = titles.filter(({ notes }) => notes !== undefined);
  const bare = titles.map(({ notes: _, ...judged }) => judged);
  console.log(report(file, bare, catalogue));
  console.log("What an archive adds: four fifths of the titles tagged, the others suggested for in turn\n");
  console.log(`${archiveGain(bare)}\n`);
  if (withNotes.length > 0) console.log(report(`${file}, those with notes`, withNotes, catalogue));
}
console.log("The catalogue's own examples, each judged by what the others taught (10 parts)\n");
console.log(comparison({ suggestions: figuresOf(crossValidate(catalogue, 10)) }));

/** For this catalogue, and for one of a group that has words but no examples yet. */
function archiveGain(titles: readonly Judged[]): string {
  const { examples: _, ...young } = catalogue;
  return comparison({
    alone: figuresOf(outcomesOf(titles, suggesterOf(catalogue))),
    "with archive": figuresOf(withArchive(titles, catalogue, 5)),
    "no examples": figuresOf(outcomesOf(titles, suggesterOf(young))),
    "  with archive": figuresOf(withArchive(titles, young, 5)),
  });
}
