/** Keys as lines of YAML, and as a mapping in braces. */
import { exactFlowText, exactText, literalLines } from "../../yaml/exactText";
import { quoteLines } from "../../yaml/scalars";
import type { WrittenKey, WrittenValue } from "./writtenKeys";

/** Columns of a line of keys; a longer list has its entries on lines below its key. */
const maxListWidth = 100;

/** Lines without indentation; those below a key are indented by two spaces. */
export function blockLines(keys: readonly WrittenKey[]): readonly string[] {
  return keys.flatMap(({ key, value }) => {
    const [first = "", ...others] = valueLines(value, key.length);
    return [first === "" ? `${key}:` : `${key}: ${first}`, ...others];
  });
}

/** The lines of an entry of a list: a dash before the first one. */
export function dashedLines(keys: readonly WrittenKey[]): readonly string[] {
  return blockLines(keys).map((line, at) => (at === 0 ? `- ${line}` : indented(line)));
}

export function indented(line: string): string {
  return line === "" ? "" : `  ${line}`;
}

/** The value after a key: the rest of its line, and the lines below it. */
export function valueLines(value: WrittenValue, keyLength: number): readonly string[] {
  switch (value.kind) {
    case "text":
      return [exactText(value.text)];
    case "source":
      return [value.source.source];
    case "list": {
      const onOneLine = flowValue(value);
      if (keyLength + onOneLine.length <= maxListWidth || value.entries.length === 1) return [onOneLine];
      return ["", ...value.entries.map(({ source }) => `  - ${source}`)];
    }
    case "prose": {
      const lines = literalLines(value.text);
      return lines ? ["|", ...lines.map(indented)] : [flowValue(value)];
    }
    case "maps":
      return ["", ...value.maps.flatMap((map) => dashedLines(map).map(indented))];
  }
}

/** The same in brackets and braces, on one line. */
export function flowValue(value: WrittenValue): string {
  switch (value.kind) {
    case "text":
      return exactFlowText(value.text);
    case "source":
      return value.source.source;
    case "list":
      return `[${value.entries.map(({ source }) => source).join(", ")}]`;
    case "prose":
      return quoteLines([value.text]);
    case "maps":
      return `[${value.maps.map(flowMap).join(", ")}]`;
  }
}

export function flowMap(keys: readonly WrittenKey[]): string {
  return `{${keys.map(({ key, value }) => `${key}: ${flowValue(value)}`).join(", ")}}`;
}

/** The keys as plain JS; a text of several lines has no line end at its end. */
export function plainMap(keys: readonly WrittenKey[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(keys.map(({ key, value }) => [key, plainOf(value)]));
}

export function plainOf(value: WrittenValue): unknown {
  switch (value.kind) {
    case "text":
    case "prose":
      return value.text;
    case "source":
      return value.source.plain;
    case "list":
      return value.entries.map(({ plain }) => plain);
    case "maps":
      return value.maps.map(plainMap);
  }
}
