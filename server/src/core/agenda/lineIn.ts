import { valueIn } from "../document/plainValues";
import { clip } from "../text/displayText";
import { singleLineLabel } from "../text/singleLineLabel";

/** Maximum UTF-16 units of a title, a name or an address. */
const maxLine = 5000;

/** The text or the number of a key as one line without control characters; undefined for other values and a blank text. */
export function lineIn(map: unknown, key: string): string | undefined {
  return lineOf(valueIn(map, key));
}

export function lineOf(value: unknown): string | undefined {
  const isPlain = typeof value === "string" || typeof value === "number";
  return (isPlain && clip(singleLineLabel(String(value).slice(0, 2 * maxLine)), maxLine)) || undefined;
}
