/** Reads plain values that may be of any kind, whatever their key takes. */

import { plainLines } from "../../text/displayText";
import { oneLine } from "../../text/labelText";

/** The value of a key; nothing where there is no map or no such key. */
function valueIn(map: unknown, key: string): unknown {
  return typeof map === "object" && map !== null && !Array.isArray(map) && Object.hasOwn(map, key)
    ? (map as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

/** `title: 2019` as `2019`; nothing for lists, maps and blanks. */
export function textIn(map: unknown, key: string): string | undefined {
  return asText(valueIn(map, key));
}

/** A text of several lines, as it is. */
export function proseIn(map: unknown, key: string): string | undefined {
  const value = valueIn(map, key);
  const text = typeof value === "string" ? plainLines(value.replaceAll(/\r\n?/g, "\n").trimEnd()) : "";
  return text.trim() === "" ? undefined : text.replace(/^\n+/, "");
}

/** `speakers: [A, B]`, and `speakers: A` as a list of one. */
export function textsIn(map: unknown, key: string): readonly string[] {
  return listIn(map, key).flatMap((value) => asText(value) ?? []);
}

export function listIn(map: unknown, key: string): readonly unknown[] {
  const value = valueIn(map, key);
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

/** A number of people; nothing for what counts none. */
export function countIn(map: unknown, key: string): number | undefined {
  const value = valueIn(map, key);
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/** An http or https address; nothing for all else. */
export function addressIn(map: unknown, key: string): string | undefined {
  const address = textIn(map, key);
  return address !== undefined && /^https?:\/\/\S+$/.test(address) ? address : undefined;
}

export function asText(value: unknown): string | undefined {
  const isPlain = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return (isPlain && oneLine(String(value))) || undefined;
}
