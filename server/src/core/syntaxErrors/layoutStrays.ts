/** Places lines without a key. */

import { schemaPathOf, titleKey, type UnitList } from "../schema/itemKinds";
import { isNotesKey } from "../schema/keyKinds";
import { isFreeText, keysAt, requiredAt, schemaAt } from "../schema/schema";
import { keepAsString } from "../yaml/scalars";
import { indentChange } from "./layoutChanges";
import { startEntry } from "./layoutEntries";
import type { LayoutLine } from "./layoutLine";
import { type LayoutState, openedBrackets } from "./layoutState";
import { lacksColon } from "./layoutText";
import { writeStrays } from "./layoutTextEdits";
import { isMailLine } from "./mailLines";
import { countedSpaces } from "./spaces";

/** Words without a key: they continue a value, or have no place. */
export function placeWords(state: LayoutState, line: LayoutLine): boolean {
  const { owner } = state;
  if (!state.unit && state.itemList) return startTitledItems(state, state.itemList);
  if (lacksDash(state, line)) return startEntry(state, line);
  if (owner && (owner.depth > 0 || line.indent > owner.columnBefore)) {
    owner.depth += openedBrackets(state.text.slice(line.indentEnd, line.contentEnd));
    if (owner.delta !== 0) state.move(line, line.indent + owner.delta);
    return true;
  }
  return continueText(state, line) || placeStray(state, line);
}

/** `goes on` directly below `title: A long title that`, in the column of the key or left of it. */
function continueText(state: LayoutState, line: LayoutLine): boolean {
  const { text, unit, lines, at } = state;
  const above = lines[at - 2];
  const name = above?.key?.name ?? "";
  if (!unit || !above || name !== [...unit.names].at(-1) || name !== titleKey(unit.kind as UnitList))
    return false;
  const value = text.slice(above.valueStart, above.end);
  const words = text.slice(line.indentEnd, line.end);
  const column = (unit.column ?? unit.base + 2) + 2;
  // `title:` above its words
  if (value.trim() === "" && keepAsString(words) === words) {
    state.move(line, column, () => indentChange(line, column));
    return true;
  }
  const isOpen = /^[\p{L}\p{N}].*[\p{L}\p{N},–-]$/u.test(value) && !/:(?:\s|$)|\s#/.test(value);
  if (!isOpen || !/^\p{Ll}[^:#]*$/u.test(words) || !/\s\S/.test(words)) return false;
  state.move(line, column, () => ({
    message: `This line continues the ${name}: it must be indented below it.`,
    title: `Indent by ${countedSpaces(column)}`,
  }));
  return true;
}

/** True for an entry of a list that lacks its dash, in the column of the dashes above it or of the list's key. */
function lacksDash({ text, list, entry, owner, unit }: LayoutState, line: LayoutLine): boolean {
  if (!list || !owner || owner.depth > 0) return false;
  const hasKeys = keysAt([...list.path, 0]).length > 0 && !isFreeText(schemaAt([...list.path, 0]));
  const isText = requiredAt([...list.path, 0])[0] === "text" && text[line.indentEnd] !== "{";
  const isBelowWords = entry === undefined || (entry.column === undefined && entry.names.has("text"));
  if (isText) return isBelowWords && line.indent === unit?.columnBefore && isSentence(text, line);
  if (hasKeys !== (text[line.indentEnd] === "{")) return false;
  if (entry) return line.indent === entry.base - entry.delta;
  return hasKeys ? line.indent >= owner.columnBefore : line.indent === unit?.columnBefore;
}

/** `Ask the sites`; one word may be a key that is being typed. */
function isSentence(text: string, { indentEnd, contentEnd }: LayoutLine): boolean {
  return /^\p{L}[^:#]*\s\S/u.test(text.slice(indentEnd, contentEnd));
}

/** Lines of an agenda, pasted below the key of a list, become titles. */
function startTitledItems(state: LayoutState, list: UnitList): boolean {
  const lines = state.lines.slice(state.at - 1).filter(({ isBlank, isComment }) => !isBlank && !isComment);
  const isKey = (name: string): boolean =>
    keysAt(schemaPathOf(list)).includes(name) || /^[a-z][\w-]*$/.test(name);
  if (lines.some(({ key, dashes }) => dashes.length > 0 || (key && isKey(key.name)))) return false;
  // a mapping of titles is valid YAML
  const isValid = ({ key, valueStart, end }: LayoutLine): boolean =>
    key !== undefined && !/^[^"'[{].*:\s/.test(state.text.slice(valueStart, end));
  if (lines.every(isValid)) return false;
  state.at = state.lines.length;
  const change = {
    message: `\`${list}\` must be a list: start each entry with \`- \`.`,
    title: "Make it a list",
  };
  for (const line of lines) {
    const words = state.text.slice(line.indentEnd, line.end).trimEnd();
    const range = { start: line.start, end: line.end };
    state.write(line, range, `  - ${titleKey(list)}: ${keepAsString(words)}`, () => change);
  }
  return true;
}

/** True for the first of several lines of a mail's head. */
export function isMailHead(state: LayoutState, line: LayoutLine): boolean {
  const next = state.lines.slice(state.at).find(({ isBlank }) => !isBlank);
  return isMail(state.text, line) && next !== undefined && isMail(state.text, next);
}

function isMail(text: string, { key, dashes, valueStart, end }: LayoutLine): boolean {
  return key !== undefined && dashes.length === 0 && isMailLine(key.name, text.slice(valueStart, end));
}

/** Lines that belong to no key become the text of the unit. */
export function placeStray(state: LayoutState, line: LayoutLine): boolean {
  const unit = state.unit;
  const name = unit?.keys.find(isNotesKey);
  if (!unit || name === undefined) return false;
  if (line.indent > (unit.columnBefore ?? 0) && !isMail(state.text, line)) return false;
  if (lacksColon(state.text, line, unit.keys)) return false;
  if (unit.names.has(name) && state.textEnd?.name !== name) return false;
  state.end();
  const { keys } = unit;
  const lines: LayoutLine[] = [];
  for (; state.at <= state.lines.length; state.at++) {
    const stray = state.lines[state.at - 1] as LayoutLine;
    if (stray.isBlank) continue;
    const isKey = stray.dashes.length === 0 && keys.includes(stray.key?.name ?? "");
    if (isKey && stray.indent === unit.columnBefore) break;
    lines.push(stray);
  }
  state.at--;
  unit.names.add(name);
  const [first, ...others] = lines;
  if (!first) return false;
  const column = unit.column ?? unit.base + 2;
  const { textEnd } = state;
  const isMailText = isMail(state.text, first);
  writeStrays(state.source, { lines: [first, ...others], name, column, textEnd, isMail: isMailText });
  return true;
}
