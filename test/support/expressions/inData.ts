/** The regular expressions in JSON that the editor and the compiled schemas run. */
import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import type { Expression } from "./inSource";

const keys = new Set([
  ...["pattern", "match", "begin", "end", "while", "start"],
  ...["increaseIndentPattern", "decreaseIndentPattern", "beforeText", "afterText", "previousLineText"],
]);

/** @param patterns of the files below `root`, each of whose texts below certain keys is an expression */
export function expressionsInData(root: string, patterns: readonly string[]): readonly Expression[] {
  const files = globSync([...patterns], { cwd: root }).sort();
  return files.flatMap((file) =>
    [...textsIn(JSON.parse(readFileSync(`${root}${file}`, "utf8")))].map((source) => ({
      place: file,
      source,
      // to Oniguruma, which runs the grammar, `$` is the end of any line
      flags: `${/\\p\{/.test(source) ? "u" : ""}${file.endsWith("tmLanguage.json") ? "m" : ""}`,
    })),
  );
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    if (keys.has(key) && typeof member === "string") yield member;
    if (key === "patternProperties") yield* Object.keys(member);
    yield* textsIn(member);
  }
}
