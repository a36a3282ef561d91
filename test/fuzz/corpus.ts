/** What once failed: a file of JSON each, so that NUL, lone CR and half characters are kept as they were. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export interface Kept {
  /** what was wrong, in a sentence */
  readonly why: string;
  readonly text: string;
}

const folder = fileURLToPath(new URL("corpus/", import.meta.url));

export const corpus: readonly Kept[] = readdirSync(folder)
  .sort()
  .map((name) => JSON.parse(readFileSync(folder + name, "utf8")));
