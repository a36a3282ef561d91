/** `npm run eval [-- FILE…]`: how good suggestions are, on titles that they did not learn from. */
import { readFileSync } from "node:fs";
import { parseCatalogue } from "../../server/src/host/catalogueFile";
import { crossValidate, crossValidateWithArchive } from "./crossValidation";
import { figuresOf, type LabelledTitle, outcomesOf } from "./measure";
import { rankerTrainer } from "./rankers";
import { comparison, report } from "./report";
import { type SeriesItem, walk } from "./series";

const path = "schemas/wlcg.catalogue.yaml";
const catalogue = await parseCatalogue(readFileSync(path, "utf8"), path);
const trainRanker = rankerTrainer(catalogue);
const rank = trainRanker([]);
const files = process.argv.slice(2);
const own = ["titles.json", "conferences.json", "unread.json"].map((file) => `test/evaluation/${file}`);
for (const file of files.length > 0 ? files : own) {
  const titles = read<LabelledTitle & { readonly gist?: string }>(file).map(({ gist, ...judged }) =>
    gist ? { ...judged, notes: gist } : judged,
  );
  const bare = titles.map(({ notes: _, ...judged }) => judged);
  console.log(report(file, bare, catalogue));
  console.log(
    "What another group's archive adds: four fifths of the titles tagged, the others suggested for\n",
  );
  console.log(`${archiveGain(bare)}\n`);
  const withNotes = titles.filter(({ notes }) => notes !== undefined);
  if (withNotes.length > 0) console.log(`${notesGain(withNotes)}\n`);
}
console.log("What a group's own archive adds: a series of meetings, each after those before it are tagged\n");
console.log(`${seriesGain(read<SeriesItem>("test/evaluation/series.json"))}\n`);
console.log("The catalogue's own examples, each judged after training on the others (10 parts)\n");
console.log(comparison({ suggestions: figuresOf(crossValidate(catalogue, 10)) }));

function read<T>(file: string): readonly T[] {
  return JSON.parse(readFileSync(file, "utf8")) as readonly T[];
}

function archiveGain(titles: readonly LabelledTitle[]): string {
  return comparison({
    alone: figuresOf(outcomesOf(titles, rank)),
    "with archive": figuresOf(crossValidateWithArchive(titles, trainRanker, 5)),
  });
}

function notesGain(titles: readonly LabelledTitle[]): string {
  const bare = titles.map(({ notes: _, ...judged }) => judged);
  const columns = {
    "title alone": figuresOf(outcomesOf(bare, rank)),
    "with notes": figuresOf(outcomesOf(titles, rank)),
  };
  return `What notes add: the ${titles.length} titles that have some\n\n${comparison(columns)}`;
}

/** For this catalogue, and for one of a group that has words but no examples yet. */
function seriesGain(items: readonly SeriesItem[]): string {
  const { examples: _, ...young } = catalogue;
  const [known, bare] = [walk(items, trainRanker), walk(items, rankerTrainer(young))];
  return comparison({
    alone: figuresOf(known.alone),
    "with archive": figuresOf(known.withArchive),
    "no examples": figuresOf(bare.alone),
    "  with archive": figuresOf(bare.withArchive),
  });
}
