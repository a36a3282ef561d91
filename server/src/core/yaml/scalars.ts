import { jsonText } from "../text/displayText";

/** Quotes a string: single quotes if it has double quotes or a backslash, otherwise double quotes. */
export function quote(value: string): string {
  return /["\\]/.test(value) ? `'${value.replaceAll("'", "''")}'` : `"${value}"`;
}

/** The lines as one string in double quotes. */
export function quoteLines(lines: readonly string[]): string {
  return jsonText(lines.join("\n")).trimEnd();
}

/** Plain scalars that YAML 1.2's core schema resolves to a number, a boolean or null. */
const nonStringPattern =
  /^(?:~|null|true|false|0o[0-7]+|0x[\da-f]+|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:e[-+]?\d+)?|[-+]?\.inf|\.nan)$/i;

/** The string as an entry of a flow list: plain if possible, otherwise in quotes. */
export function quoteIfNeeded(value: string): string {
  const isPlain =
    /^[\p{L}\p{N}_][^:#,[\]{}]*$/u.test(value) && !/\s$/.test(value) && !nonStringPattern.test(value);
  return isPlain ? value : quote(value);
}

/**
 * Syntax that changes the meaning of a plain scalar: an indicator at its start, or a key or comment inside
 * it.
 */
const specialSyntaxPattern = /^[&*!|>'"%@`#,[\]{}]|^[?:-](?=\s|$)|:(?=\s|$)|\s#/;

/**
 * The rest of a plain scalar after characters were removed; in quotes if it would no longer be the same
 * string.
 */
export function keepAsString(value: string): string {
  const trimmed = value.trim();
  return nonStringPattern.test(trimmed) || specialSyntaxPattern.test(trimmed) ? quote(trimmed) : value;
}
