/** Answers of Indico servers: real ones and those recorded of two versions. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { decode } from "../../server/src/host/encoding";

export const indicoVersions = ["3.2.9", "3.3.14"] as const;

/** The text of a file in `test/fixtures/indico`. */
export function indicoText(path: string): string {
  return decode(readFileSync(fileURLToPath(new URL(`../fixtures/indico/${path}`, import.meta.url)))).text;
}

/** The JSON of a file in `test/fixtures/indico`. */
export function indicoJson(path: string): unknown {
  return JSON.parse(indicoText(path));
}

/** The values of a key anywhere in JSON. */
export function valuesOfKey(json: unknown, key: string): readonly unknown[] {
  if (typeof json !== "object" || json === null) return [];
  return Object.entries(json).flatMap(([name, value]) => [
    ...(name === key ? [value] : []),
    ...valuesOfKey(value, key),
  ]);
}
