/** Missing spaces after a colon and a dash, and other characters instead of the colon. */

import { keysAt } from "../schema/schema";
import { unitKeys } from "../schema/unitKeys";
import { type Edit, insertion, type Range } from "../text/range";
import { isDash, type LineShape } from "../yaml/lineShape";
import { plainKey } from "../yaml/plainKey";
import { keepAsString } from "../yaml/scalars";
import { contentEndWithTail } from "../yaml/textTail";
import { lineAfter, nonBlankLineBefore } from "./nearbyLines";
import type { Repair } from "./repair";
import { isTextKey } from "./textKeys";

/** `title:x`, `themes:[security]`, `-title: x` and `title = x` */
export function missingSpaceRepairs(text: string, line: LineShape): readonly Repair[] {
  const { contentStart: start, end } = line;
  const content = text.slice(start, end);
  if (content.startsWith("-") && plainKey(content.slice(1), ":") !== undefined)
    return [insertSpaceRepair("dash", { start, end: start + 1 })];
  if (/^-[^\s-]/.test(content) && hasDashBeside(text, line))
    return [insertSpaceRepair("dash", { start, end: start + 1 })];
  const key = plainKey(content, ":");
  if (key !== undefined && /^[^\s/]/.test(content.slice(key.length + 1)))
    return [insertSpaceRepair("colon", { start, end: start + key.length + 1 })];
  const separator = separatorEdit(text, { start, end: contentEndWithTail(text, line) }, isKnownKey);
  return separator ? [separatorRepair(separator)] : [];
}

/** True if the line above or below begins with a dash in the same column. */
function hasDashBeside(text: string, line: LineShape): boolean {
  const column = line.contentStart - line.start;
  return [nonBlankLineBefore(text, line), lineAfter(text, line)].some(
    (beside) =>
      beside &&
      isDash(text, beside.start + column) &&
      text.slice(beside.start, beside.start + column).trim() === "",
  );
}

function isKnownKey(name: string): boolean {
  return unitKeys.has(name) || keysAt([]).includes(name);
}

function insertSpaceRepair(character: "dash" | "colon", range: Range): Repair {
  return {
    range,
    message: `Missing space after this ${character}.`,
    title: `Insert a space after the ${character}`,
    edit: insertion(range.end, " "),
    isRepeatable: true,
  };
}

/** A key with another character instead of its colon. */
export interface Separator {
  readonly name: string;
  /** the key with the character */
  readonly range: Range;
  /** writes a colon, and quotes around the value if it needs them */
  readonly edit: Edit;
}

/** The characters that people type instead of a colon: `title = x`, `title - x`, `title; x`. */
const separatorPattern = /^[ \t]*(?::=|=>|->|[=;]|[-–—](?=[ \t]))[ \t]*/;

/** @returns undefined if the content does not begin with a key and such a character */
export function separatorEdit(
  text: string,
  content: Range,
  isKey: (name: string) => boolean,
): Separator | undefined {
  const source = text.slice(content.start, content.end);
  const name = plainKey(source);
  if (name === undefined || !isKey(name)) return undefined;
  const separator = separatorPattern.exec(source.slice(name.length))?.[0];
  if (separator === undefined) return undefined;
  const start = content.start + name.length;
  const range = { start: content.start, end: start + separator.trimEnd().length };
  const value = source.slice(name.length + separator.length);
  const written = isTextKey(name) && value.trim() !== "" ? keepAsString(value) : value;
  return { name, range, edit: { start, end: content.end, text: `: ${written}` } };
}

function separatorRepair({ name, range, edit }: Separator): Repair {
  return {
    range,
    message: `Expected \`:\` after \`${name}\`.`,
    title: `Write \`${name}:\``,
    edit,
    isRepeatable: true,
  };
}
