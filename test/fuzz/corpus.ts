/** Texts that once failed: one JSON file each, which preserves NUL, lone CR and half characters. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export interface CorpusEntry {
  /** the fault, in a sentence */
  readonly why: string;
  readonly text: string;
}

/** Texts whose requests had invalid answers. */
export const corpus = readCorpus("requests");
/** Texts with an edit that broke something, or did not fix its finding. */
export const editCorpus = readCorpus("edits");
/** Files with other content once they were split into blocks. */
export const splitCorpus = readCorpus("splitting");

function readCorpus(name: string): readonly CorpusEntry[] {
  const folder = fileURLToPath(new URL(`corpus/${name}/`, import.meta.url));
  return readdirSync(folder)
    .sort()
    .map((file) => JSON.parse(readFileSync(folder + file, "utf8")));
}
