/** Values that have no place in the notes, as Markdown with the name of their key. */

/** Levels of nested lists and mappings; deeper values are left out. */
const maxDepth = 20;

/**
 * @param name of the key
 * @param value as plain JS
 * @returns lines such as `Slides: https://…`, a label with the entries of a list or the lines of a text below it; empty
 *   for a value without text
 */
export function labelledMarkdown(name: string, value: unknown): readonly string[] {
  const label = name.replaceAll(/\s+|(?<=[a-z\d])_(?=[a-z\d])/gi, " ").trim();
  return labelled(label.charAt(0).toUpperCase() + label.slice(1), value);
}

function labelled(label: string, value: unknown): readonly string[] {
  const text = textOf(value);
  if (text === undefined) {
    const entries = bulletsOf(value, 0);
    return entries.length === 0 ? [] : [`${label}:`, ...entries];
  }
  const lines = text.split(/\r?\n/);
  if (text === "") return [];
  return lines.length === 1 ? [`${label}: ${text}`] : [`${label}:`, ...lines];
}

function bulletsOf(value: unknown, depth: number): readonly string[] {
  if (depth > maxDepth || typeof value !== "object" || value === null) return [];
  const entries = Array.isArray(value)
    ? value.map((entry) => entryLines(entry, depth))
    : Object.entries(value).map(([key, entry]) => pairLines(key, entry, depth));
  return entries.flatMap(([first, ...rest]) =>
    first === undefined ? [] : [`- ${first}`, ...rest.map((line) => (line === "" ? "" : `  ${line}`))],
  );
}

function entryLines(entry: unknown, depth: number): readonly string[] {
  const text = textOf(entry);
  if (text !== undefined) return text === "" ? [] : text.split(/\r?\n/);
  if (Array.isArray(entry) || typeof entry !== "object" || entry === null) return bulletsOf(entry, depth + 1);
  const pairs = Object.entries(entry);
  const isFlat = pairs.every(([, value]) => textOf(value)?.includes("\n") === false);
  if (!isFlat) return pairs.flatMap(([key, value]) => pairLines(key, value, depth));
  return [pairs.map(([key, value]) => `${key}: ${textOf(value)}`).join(", ")];
}

function pairLines(name: string, value: unknown, depth: number): readonly string[] {
  const key = name.replaceAll(/\s+/g, " ");
  const text = textOf(value);
  if (text === undefined) return [`${key}:`, ...bulletsOf(value, depth + 1)];
  const [first = "", ...rest] = text.split(/\r?\n/);
  return [`${key}: ${first}`, ...rest];
}

/** The text of a scalar; undefined for a list or a mapping. */
function textOf(value: unknown): string | undefined {
  return typeof value === "object" && value !== null ? undefined : String(value ?? "").trim();
}
