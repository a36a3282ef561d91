/** `npm run bench:suggestions`: what a suggestion costs, beside a search library over the same catalogue. */
import { readFileSync } from "node:fs";
import { builtInCatalogue } from "../../server/generated/catalogue";
import { createKnowledge } from "../../server/src/host/builtInKnowledge";
import { parseCatalogue } from "../../server/src/host/catalogueFile";
import type { LabelledTitle } from "../evaluation/measure";
import { baselineOf, suggesterOf } from "../evaluation/rankers";

const titles = (JSON.parse(readFileSync("test/evaluation/titles.json", "utf8")) as LabelledTitle[]).map(
  ({ title }) => title,
);
const notes = titles.join(". ").slice(0, 2000);
const path = "schemas/wlcg.catalogue.yaml";
const catalogue = await parseCatalogue(readFileSync(path, "utf8"), path);

/** Milliseconds of each of `times` runs, sorted. */
function measure(times: number, run: () => unknown): readonly number[] {
  return Array.from({ length: times }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
}

function row(label: string, sorted: readonly number[], per = 1): string {
  const at = (share: number): string => ((sorted[Math.floor(sorted.length * share)] ?? 0) / per).toFixed(3);
  return `${label.padEnd(52)}${at(0.5).padStart(10)}${at(0.95).padStart(10)}`;
}

const { suggester } = createKnowledge(builtInCatalogue, "2026-01-15");
const baseline = baselineOf(catalogue);
const each = (rank: (title: string) => unknown) => (): void => {
  for (const title of titles) rank(title);
};

console.log(`${"milliseconds".padEnd(52)}${"median".padStart(10)}${"p95".padStart(10)}`);
console.log(row("index at start: catalogue and learned weights", measure(1, startUp)));
console.log(row("the same, once warm", measure(50, startUp)));
console.log(
  row(
    "learning another catalogue from its examples",
    measure(5, () => suggesterOf(catalogue)),
  ),
);
console.log(
  row(
    "one title",
    measure(
      50,
      each((title) => suggester.suggest(title)),
    ),
    titles.length,
  ),
);
console.log(
  row(
    "one title with notes of 2,000 characters",
    measure(
      50,
      each((title) => suggester.suggest(title, notes)),
    ),
    titles.length,
  ),
);
console.log(
  row("one title by BM25 over the themes' descriptions", measure(50, each(baseline)), titles.length),
);

function startUp(): void {
  createKnowledge(builtInCatalogue, "2026-01-15").suggester.ensureTrained();
}
