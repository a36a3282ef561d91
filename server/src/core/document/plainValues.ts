/** Reads the values of a mapping that is given as plain JS. */
import { isExtensionKey } from "../schema/schema";
import { singleLineLabel } from "../text/singleLineLabel";

export function valueIn(map: unknown, key: string): unknown {
  return typeof map === "object" && map !== null && !Array.isArray(map) && Object.hasOwn(map, key)
    ? (map as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

/** The value of a key as one line; see `asText`. */
export function textIn(map: unknown, key: string): string | undefined {
  return asText(valueIn(map, key));
}

/** A text, a number or a boolean as one line without control characters; undefined for other values and for a blank text. */
export function asText(value: unknown): string | undefined {
  const isPlain = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return (isPlain && singleLineLabel(String(value))) || undefined;
}

/** The entries of a list; another value counts as a list of one. */
export function listIn(map: unknown, key: string): readonly unknown[] {
  const value = valueIn(map, key);
  return Array.isArray(value) ? value : value == null ? [] : [value];
}

/** A number of people. */
export function countIn(map: unknown, key: string): number | undefined {
  const value = valueIn(map, key);
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/** An http or https address. */
export function addressIn(map: unknown, key: string): string | undefined {
  const address = textIn(map, key);
  return address !== undefined && /^https?:\/\/\S+$/.test(address) ? address : undefined;
}

/** The value without keys `x-…`, which the format ignores, and without mappings that have no other keys. */
export function withoutExtensions(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.filter((entry) => !isOnlyExtensions(entry)).map(withoutExtensions);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, entry]) => !isExtensionKey(name) && !isOnlyExtensions(entry))
      .map(([name, entry]) => [name, withoutExtensions(entry)]),
  );
}

/** True if a value has keys `x-…`. */
export function hasExtensions(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return value.some(hasExtensions);
  return Object.entries(value).some(([name, entry]) => isExtensionKey(name) || hasExtensions(entry));
}

function isOnlyExtensions(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const names = Object.keys(value);
  return names.length > 0 && names.every(isExtensionKey);
}
