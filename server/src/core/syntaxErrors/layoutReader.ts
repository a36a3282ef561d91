/** Reads the lines of a block by the names of their keys, and writes each line where it belongs. */
import { isTitleKey, titleKey } from "../schema/itemKinds";
import { isNearName } from "../schema/keyNames";
import { keysAt, requiredAt } from "../schema/schema";
import type { Edit } from "../text/range";
import { placeDashedKey, removeStrayDash } from "./layoutDashes";
import type { LayoutChange } from "./layoutEdits";
import { startEntry } from "./layoutEntries";
import type { LayoutLine } from "./layoutLine";
import { isKeyOf, type LayoutShape } from "./layoutMapping";
import { LayoutState } from "./layoutState";
import { isMailHead, placeStray, placeWords } from "./layoutStrays";
import { startHeadWithDash, startItem, startRootKey } from "./layoutUnits";
import { placeIn, placeMisnamedText } from "./layoutValues";

/** The changes of a block; the finding describes the first one. */
export interface LayoutReading {
  readonly first: LayoutChange | undefined;
  readonly edits: readonly Edit[];
}

/** @returns the changes; undefined if a line has no place */
export function readLines(text: string, shape: LayoutShape): LayoutReading | undefined {
  const state = new LayoutState(text, shape);
  while (state.at < state.lines.length) {
    const line = state.lines[state.at] as LayoutLine;
    state.at++;
    if (line.isBlank) continue;
    if (line.isComment) state.comments.push(line);
    else if (!place(state, line)) return undefined;
    else state.comments = [];
  }
  return { first: state.edits.first, edits: state.edits.edits };
}

function place(state: LayoutState, line: LayoutLine): boolean {
  const name = line.key?.name;
  if (line.dashes.length > 0) return placeDash(state, line, name);
  if (name === undefined) return placeWords(state, line);
  return placeKey(state, line, name);
}

function placeDash(state: LayoutState, line: LayoutLine, name: string | undefined): boolean {
  const kind = state.itemList;
  if (name !== undefined && isEntryWithTitle(state, line, name)) return startEntry(state, line);
  if (kind && name !== undefined && isTitleKey(name)) return startItem(state, line);
  if (removeStrayDash(state, line)) return true;
  if (name !== undefined && placeDashedKey(state, line, name)) return true;
  if (state.list) return startEntry(state, line);
  if (state.unit?.kind === "meeting") return startHeadWithDash(state, state.unit, line, name);
  const isFirst = kind !== undefined && state.unit === undefined;
  const isContent = name === undefined ? line.contentStart >= line.end : isKeyOf(kind, name);
  if (isFirst && isContent) return startItem(state, line);
  const isWords =
    name === undefined || (/[\s\p{Lu}]/u.test(name) && !isNearName(name, state.unit?.keys ?? []));
  return isWords && state.unit !== undefined && placeStray(state, line);
}

/** `- title: Slides` of `links`, whose dash is right of the dashes of the items. */
function isEntryWithTitle({ list, unit }: LayoutState, { indent }: LayoutLine, name: string): boolean {
  return (
    list !== undefined &&
    name === requiredAt([...list.path, 0])[0] &&
    indent >= (unit?.columnBefore ?? Number.POSITIVE_INFINITY)
  );
}

function placeKey(state: LayoutState, line: LayoutLine, name: string): boolean {
  const { indent } = line;
  const [unit, entry, list] = [state.unit, state.entry, state.list];
  if (keysAt([]).includes(name) && !unit?.keys.includes(name)) return startRootKey(state, line, name);
  if (!unit) return isKeyOf(state.itemList, name) ? startItem(state, line) : placeWords(state, line);
  const isUnitKey = unit.keys.includes(name);
  if (entry?.keys.includes(name)) {
    const isDeeper = indent > (unit.columnBefore ?? 0);
    if (!entry.names.has(name) && (!isUnitKey || isDeeper)) return placeIn(state, entry, line, name);
    if (!isUnitKey && name === requiredAt(entry.path)[0]) return startEntry(state, line);
  }
  const isBelowKeys = unit.names.has(name) && indent > (unit.columnBefore ?? Number.POSITIVE_INFINITY);
  if (list && !entry && (!isUnitKey || isBelowKeys) && keysAt([...list.path, 0]).includes(name))
    return startEntry(state, line);
  if (isUnitKey && !unit.names.has(name)) return placeIn(state, unit, line, name);
  if (unit.kind !== "meeting" && name === titleKey(unit.kind)) return startItem(state, line);
  if (entry && indent === entry.columnBefore && !isUnitKey) return placeIn(state, entry, line, name);
  if (isMailHead(state, line) && placeStray(state, line)) return true;
  if (placeMisnamedText(state, unit, line, name)) return true;
  const isSibling = indent === unit.columnBefore && !isUnitKey;
  if (isSibling) return placeIn(state, unit, line, name);
  return !isUnitKey && placeStray(state, line);
}
