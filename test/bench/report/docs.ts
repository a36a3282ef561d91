/** Writes the documentation's picture and tables. */
import { readFileSync, writeFileSync } from "node:fs";
import type { Series } from "../editing/samples";
import { between } from "./between";
import { curves } from "./curves";

/** What the picture shows. */
const pictured = [
  "keystroke in notes → diagnostics",
  "completion of a theme right after",
  "hover right after",
  "document symbols right after",
  "start of the process → first diagnostics",
  "peak memory, whole session",
];

/** @param root the repository's folder, @param tables as lines of text */
export function writeDocs(root: string, series: readonly Series[], tables: string): void {
  writeFileSync(`${root}/docs/images/bench.svg`, curves(series, pictured));
  const page = `${root}/docs/performance.md`;
  writeFileSync(page, between(readFileSync(page, "utf8"), "bench", `\`\`\`text\n${tables}\n\`\`\``));
}
