/** What once failed: a file of JSON each, so that NUL, lone CR and half characters are kept as they were. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export interface Kept {
  /** what was wrong, in a sentence */
  readonly why: string;
  readonly text: string;
}

/** Answers to requests that were not sound. */
export const corpus = kept("requests");
/** Edits that did harm, or did not cure. */
export const editCorpus = kept("edits");
/** Files that said something else once they were split into blocks. */
export const splitCorpus = kept("splitting");

function kept(name: string): readonly Kept[] {
  const folder = fileURLToPath(new URL(`corpus/${name}/`, import.meta.url));
  return readdirSync(folder)
    .sort()
    .map((file) => JSON.parse(readFileSync(folder + file, "utf8")));
}
