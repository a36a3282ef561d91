/**
 * Decides which lines at the margin, and which dashes, belong to the item or the meeting head above them: its keys without
 * their indentation, and text that was pasted below it.
 */
import { isTitleKey, schemaPathOf, type UnitKind } from "../schema/itemKinds";
import { isAttendanceLabel } from "../schema/keyKinds";
import { isNearName, isNearRootKey } from "../schema/keyNames";
import { keysAt } from "../schema/schema";
import { rootOnlyKeys } from "../schema/unitKeys";
import { isMailLine } from "../syntaxErrors/mailLines";
import { countSpaces, type LineShape } from "../yaml/lineShape";
import { rootValue } from "./marginLine";
import { isEntryOf, type UnitTailReader } from "./unitTail";

/** The unit whose lines are read. */
export interface OpenUnit {
  readonly kind: UnitKind;
  /** offset of its block */
  readonly start: number;
  /** false for `contributions:` above its first item */
  readonly mayHoldText: boolean;
  readonly tail: UnitTailReader;
}

/** `key`: a key of the unit; `text`: a line of pasted text; `none`: the line starts a block */
export type StrayRole = "key" | "text" | "none";

/**
 * @param line a line at the margin that is not a dash of the item list
 * @param isInText true if pasted text is above it
 */
export function strayRole(text: string, line: LineShape, unit: OpenUnit, isInText: boolean): StrayRole {
  const { key, dashes, start } = line;
  // a space of another kind than YAML's
  if (!isInText && /^[\s\u200B\u2060]/.test(text[start] ?? "")) return "none";
  if (dashes.length > 0) {
    if (!unit.mayHoldText) return "none";
    if (!isInText && isEntryOf(unit.tail.tailAt(start), unit.kind, entryKey(text, line))) return "key";
    return isInText || unit.tail.tailAt(start).kind === "text" ? "text" : "none";
  }
  if (key && isKeyOf(unit, key.name) && !keysAt([]).includes(key.name) && key.start === start) return "key";
  if (!unit.mayHoldText) return agendaRole(text, line, isInText);
  if (key && isEntryOf(unit.tail.tailAt(start), unit.kind, key.name)) return "key";
  if (key) return keyRole(text, line, key.name, unit, isInText);
  return wordsRole(text, line, unit, isInText);
}

/** Lines of an agenda below `contributions:`, such as `09:00 Welcome`, which lack their dashes. */
function agendaRole(text: string, line: LineShape, isInText: boolean): StrayRole {
  const words = text.slice(line.start, line.contentEnd);
  if (/^\d{1,2}[:.h]\d\d\b/.test(words)) return "text";
  if (line.key) return isInText && /\s/.test(line.key.name) ? "text" : "none";
  if (/^[^\p{L}\p{N}]/u.test(words) || isBeginningOfRootKey(words)) return "none";
  return isInText || /\s/.test(words) || /^\p{Lu}/u.test(words) ? "text" : "none";
}

/** A key at the margin that is not one of the unit. */
function keyRole(text: string, line: LineShape, name: string, unit: OpenUnit, isInText: boolean): StrayRole {
  if (keysAt([]).includes(name) || name.startsWith("x-") || name.includes("\\")) return "none";
  const isPlainWord = !/\s/.test(name);
  if (isMailLine(name, text.slice(line.valueStart, line.end))) return "text";
  const isHeading = /^\p{Lu}/u.test(name) && isKeyOf(unit, name.toLowerCase());
  if (isHeading && unit.tail.tailAt(line.start).kind === "text") return "text";
  if (isNearRootKey(name) && isPlainWord && rootValue(text, line) !== "words")
    return isInText && !/^[a-z]/.test(name) ? "text" : "none";
  if (!/^(?:words|none)$/.test(rootValue(text, line))) return isInText && !isPlainWord ? "text" : "none";
  if (isInText || !isPlainWord) return "text";
  if (isAttendanceLabel(name)) return "none";
  return unit.tail.tailAt(line.start).kind === "text" ? "text" : "none";
}

/** Words at the margin; one word may be a root key that is being typed. */
function wordsRole(text: string, line: LineShape, unit: OpenUnit, isInText: boolean): StrayRole {
  if (/[\]}]/.test(text[line.start] ?? "")) return "none";
  if (isInText) return "text";
  const words = text.slice(line.start, line.contentEnd);
  if (!/^[\w-]+$/.test(words)) return "text";
  if (isBeginningOfRootKey(words)) return "none";
  return unit.tail.tailAt(line.start).kind === "text" ? "text" : "none";
}

function isBeginningOfRootKey(word: string): boolean {
  const lower = word.toLowerCase();
  return isNearRootKey(lower) || ["x-", ...keysAt([])].some((key) => key.startsWith(lower));
}

interface DashPlace {
  /** column of the dashes of the list's items */
  readonly itemColumn: number;
  /** true if a tab is before the dash */
  readonly hasTab: boolean;
}

/**
 * @param line a line that begins with a dash, at most one column right of the items
 * @returns `key` for an entry of the unit's last list at a wrong column, `text` for pasted text
 */
export function strayDashRole(
  text: string,
  line: LineShape,
  unit: OpenUnit,
  { itemColumn, hasTab }: DashPlace,
): StrayRole {
  const column = countSpaces(text, line.start, line.indentEnd);
  if (!unit.mayHoldText) return "none";
  const name = entryKey(text, line);
  if (name !== undefined && (isKeyOf(unit, name) || isTitleKey(name))) return "none";
  const isAligned = column === itemColumn && !hasTab;
  const tail = unit.tail.tailAt(line.start);
  if (name === undefined && isYamlMark(text, line)) return "none";
  if (isEntryOf(tail, unit.kind, name)) return "key";
  // in the column of the items it is an item, unless the text above it has no lines
  return tail.kind === "text" && (!isAligned || tail.isEmpty || column > tail.column) ? "text" : "none";
}

/**
 * @param line a line that begins with a dash, below pasted text
 * @returns true if the line is an item of the list, and not part of the text
 */
export function resumesList(text: string, line: LineShape, unit: OpenUnit, itemColumn: number): boolean {
  const name = line.key?.name;
  if (line.indentEnd - line.start !== itemColumn) return false;
  const keys = keysAt(schemaPathOf(unit.kind));
  if (name === undefined) return text[line.contentStart] === "{";
  return keys.includes(name) || isTitleKey(name) || isNearName(name, keys);
}

/** Offsets of a line: its start, its first character and its end. */
interface Line {
  readonly start: number;
  readonly content: number;
  readonly end: number;
}

/** The key after a dash: `- text: Ask` and `- {text: Ask}`. */
function entryKey(text: string, { key, contentStart, end }: LineShape): string | undefined {
  return key?.name ?? /^\{[ \t]*([A-Za-z_]\w*):[ \t]/.exec(text.slice(contentStart, end))?.[1];
}

/** True for `- [a]`, `- {a: b}` and the like, but not for `- [ ] ask` and `- [text](address)`. */
function isYamlMark(text: string, { contentStart, end }: LineShape): boolean {
  const content = text.slice(contentStart, end);
  return /^[[{&*!|>]/.test(content) && !/^\[(?:[ xX]?\][ \t]|[^\]]*\]\()/.test(content);
}

/** The root key of an indented line that has nothing else. */
export function rootKeyName(text: string, { content, end }: Line): string | undefined {
  if (!rootOnlyKeys.some((key) => text.startsWith(key, content))) return undefined;
  const line = text.slice(content, Math.min(end, content + 40));
  const [, name] = /^([a-z]+)[ \t]*:[ \t]*(?:#|\r?\n|$)/.exec(line) ?? [];
  return name !== undefined && rootOnlyKeys.includes(name) ? name : undefined;
}

/**
 * @param line an indented line with a root key
 * @param itemColumn column of the dashes of the list's items
 * @returns true if it is no deeper than an item, or not part of a text, so that it cannot be part of the unit
 */
export function endsUnit({ start, content }: Line, unit: OpenUnit, itemColumn: number | undefined): boolean {
  const column = content - start;
  if (column <= (itemColumn ?? -1)) return true;
  const tail = unit.tail.tailAt(start);
  const isInScalar =
    (tail.kind === "text" || tail.kind === "scalar") && column >= (tail.textColumn ?? tail.column + 1);
  return !isInScalar && !unit.tail.hasOpenMarks;
}

/** True for a key of the unit. */
export function isKeyOf({ kind }: OpenUnit, name: string): boolean {
  return keysAt(schemaPathOf(kind)).includes(name);
}
