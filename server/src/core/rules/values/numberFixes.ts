/** Fixes for numbers of minutes and of people that are written as text. */

import type { Fix } from "../../findings/finding";
import type { Schema } from "../../schema/schema";
import { readCount } from "../../text/readCount";
import { readDurations } from "../../time/readDurations";
import { replaceValue } from "../../yaml/edits";
import type { Node } from "../../yaml/nodes";

/**
 * `duration: 1h30`, `responses: 31 responses`, `count: "12"`
 * @param written the value without its quotes
 */
export function numberFixes(
  schema: Schema | undefined,
  node: Node,
  written: string,
  text: string,
): readonly Fix[] {
  const readings = readNumbers(schema, written);
  const isOnly = readings.length === 1;
  return readings.map(({ value, isCertain }) => ({
    title: `Replace with \`${value}\``,
    edits: [replaceValue(text, node, String(value))],
    preferred: isOnly,
    safe: isOnly && isCertain,
  }));
}

interface NumberReading {
  readonly value: number;
  readonly isCertain: boolean;
}

function readNumbers(schema: Schema | undefined, written: string): readonly NumberReading[] {
  if (schema?.type === "number")
    return readDurations(written).map(({ minutes, isCertain }) => ({ value: minutes, isCertain }));
  const count = schema?.type === "integer" ? readCount(written) : undefined;
  return count ? [{ value: count.count, isCertain: count.isCertain }] : [];
}
