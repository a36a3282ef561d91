/** The lines that are meant as the text of a key, such as `notes`, whether or not they are below `notes: |`. */
import { isNearName } from "../schema/keyNames";
import { rootOnlyKeys } from "../schema/unitKeys";
import { isBlockScalar } from "../yaml/lineShape";
import type { LayoutLine } from "./layoutLine";

/** The unit around a text. */
export interface TextOwner {
  /** the keys that the unit may have */
  readonly keys: readonly string[];
  /** the keys above the text */
  readonly names: ReadonlySet<string>;
  readonly titleKey: string;
  /** column of the unit's keys; undefined before its first one */
  readonly unitColumn: number | undefined;
}

/** The lines below the key of a text. */
export interface TextBody {
  /** without blank lines */
  readonly lines: readonly LayoutLine[];
  /** index of the line after the last one of the text */
  readonly next: number;
  /** column of the first line if it is indented as the text of a block scalar */
  readonly indentedFrom?: number;
}

/** Reads the text below the key of line `at`, up to the next line that is plainly a key of the unit. */
export function readTextBody(
  text: string,
  lines: readonly LayoutLine[],
  at: number,
  owner: TextOwner,
): TextBody {
  const keyLine = lines[at] as LayoutLine;
  const column = (keyLine.key?.start ?? keyLine.indentEnd) - keyLine.start;
  const isScalar = isBlockScalar(text, keyLine);
  const isDashed = keyLine.dashes.length > 0 && owner.names.size > 1;
  const body: LayoutLine[] = [];
  let indentedFrom: number | undefined;
  let isStray = false;
  let next = at + 1;
  for (let index = at + 1; index < lines.length; index++) {
    const line = lines[index] as LayoutLine;
    if (line.isBlank) continue;
    if (body.length === 0 && isScalar && line.indent > column) indentedFrom = line.indent;
    if (
      endsText(text, line, { ...owner, column, indentedFrom, isStray, isDashed, isEmpty: body.length === 0 })
    )
      break;
    isStray ||= indentedFrom !== undefined ? line.indent < indentedFrom : line.indent <= column;
    body.push(line);
    next = index + 1;
  }
  while (!isStray && body.at(-1)?.isComment && (body.at(-1)?.indent ?? 0) <= column) {
    body.pop();
    next--;
  }
  return { lines: body, next, ...(indentedFrom !== undefined && { indentedFrom }) };
}

interface TextState extends TextOwner {
  /** column of the key */
  readonly column: number;
  readonly indentedFrom: number | undefined;
  /** true after a line that is not indented as text */
  readonly isStray: boolean;
  /** true if a dash is before the key although it is not the first one */
  readonly isDashed: boolean;
  readonly isEmpty: boolean;
}

function endsText(text: string, line: LayoutLine, state: TextState): boolean {
  const { keys, names, titleKey, unitColumn, column, indentedFrom, isStray, isDashed } = state;
  const name = line.key?.name;
  if (line.isComment) return false;
  if (line.dashes.length > 0)
    return (
      (name === titleKey || (isDashed && name !== undefined && keys.includes(name) && !names.has(name))) &&
      line.indent < (indentedFrom ?? column + 1) &&
      !isStray
    );
  const isKey = name !== undefined && keys.includes(name);
  const isRootKey = name !== undefined && rootOnlyKeys.includes(name) && line.valueStart >= line.contentEnd;
  if (isRootKey && !isStray && line.indent < column) return true;
  if (line.indent > column) return isKey && !isStray && !names.has(name) && line.indent < (indentedFrom ?? 0);
  if (isKey) return line.indent === column || line.indent === unitColumn || !isStray;
  if (isStray || line.indent < column) return false;
  return name === undefined ? lacksColon(text, line, keys) : !state.isEmpty && isMistypedKey(name, keys);
}

/** `room: x` and `Speeker: x`, directly below a text. */
function isMistypedKey(name: string, keys: readonly string[]): boolean {
  return /^[a-z][\w-]*$/.test(name) || isNearName(name, keys);
}

/** `speakers [A]`, `themes:[security]` and `notes = text` */
export function lacksColon(
  text: string,
  { contentStart, end }: LayoutLine,
  keys: readonly string[],
): boolean {
  const [, word] = /^["']?([A-Za-z_]\w*)["']?(?:\s*[:;=[{"']|\s*$)/.exec(text.slice(contentStart, end)) ?? [];
  return word !== undefined && keys.includes(word);
}

/** True if YAML reads the line otherwise than as words of a text of several lines, or joins entries of a list to one line. */
export function needsBlockScalar(text: string, line: LayoutLine): boolean {
  const content = text.slice(line.indentEnd, line.end);
  return /^(?:[-*+>](?:\s|$)|[#|&!%@`{[?]|\d{1,9}[.)]\s)|:(?:\s|$)|\s#/.test(content);
}
