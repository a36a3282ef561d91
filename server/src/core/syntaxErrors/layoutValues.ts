/** Reads the values of keys, and the lines below that are part of them. */

import { titleKey } from "../schema/itemKinds";
import { isMarkdownKey, markdownKeyCorrection } from "../schema/keyKinds";
import { type SchemaPath, schemaAt, takesList } from "../schema/schema";
import { lineEndOf } from "../text/range";
import { isBlockScalar, isDash } from "../yaml/lineShape";
import { type ChangeText, indentChange, strayChange } from "./layoutChanges";
import type { LayoutLine } from "./layoutLine";
import { type Mapping, mapping, type Unit } from "./layoutMapping";
import type { LayoutState } from "./layoutState";
import { readTextBody } from "./layoutText";
import { needsHeader, writeHeader } from "./layoutTextEdits";
import { textIndentation } from "./textLines";

/** A key of a mapping that has begun. */
export function placeIn(state: LayoutState, mapping: Mapping, line: LayoutLine, name: string): boolean {
  if (mapping === state.unit) state.end();
  if (mapping.column === undefined) {
    const moved = line.indent + mapping.delta;
    mapping.column = moved > mapping.base ? moved : mapping.base + 2;
    mapping.columnBefore = line.indent;
  }
  const { column } = mapping;
  state.move(line, column, () => indentChange(line, column));
  return readKey(state, mapping, line, name);
}

/** `Notes: |` and `minutes: |` are renamed if their lines are at a wrong place. */
export function placeMisnamedText(state: LayoutState, unit: Unit, line: LayoutLine, name: string): boolean {
  const isText = /^[|>]/.test(state.text.slice(line.valueStart, line.contentEnd));
  const key = markdownKeyCorrection(name, unit.keys, isText);
  if (key === undefined || !line.key || unit.names.has(key) || line.indent > (unit.columnBefore ?? 0))
    return false;
  const count = state.edits.edits.length;
  placeIn(state, unit, line, key);
  if (state.edits.edits.length > count) state.edits.replace(line.key, key);
  return true;
}

/** Reads the value of a key, and the lines below that are part of it. */
export function readKey(state: LayoutState, mapping: Mapping, line: LayoutLine, name: string): boolean {
  mapping.names.add(name);
  const columnBefore = (line.key?.start ?? line.indentEnd) - line.start;
  const column = mapping.column ?? columnBefore;
  const path = [...mapping.path, name];
  state.own(line, columnBefore, column - columnBefore);
  if (mapping === state.unit && isMarkdownKey(name)) return readText(state, line, name, column);
  if (isBlockScalar(state.text, line)) {
    indentLines(state, mapping, columnBefore, column);
    skipDeeperLines(state, columnBefore, column - columnBefore);
    return true;
  }
  if (isDash(state.text, line.valueStart) && takesList(schemaAt(path)))
    return readInlineEntry(state, line, path, column);
  if (line.valueStart >= line.contentEnd && takesList(schemaAt(path)))
    state.list = { path, keyColumn: column, delta: column - columnBefore };
  return true;
}

/** `themes: - security`, or the first of several entries. */
function readInlineEntry(state: LayoutState, line: LayoutLine, path: SchemaPath, column: number): boolean {
  const value = state.text.slice(line.valueStart + 1, line.contentEnd).trim();
  // `speakers: -` has no entry
  if (value === "") return false;
  const next = state.lines.slice(state.at).find(({ isBlank, isComment }) => !isBlank && !isComment);
  const hasMore = next !== undefined && next.indentEnd - next.start > (line.key?.start ?? 0) - line.start;
  const isMore = hasMore || (next !== undefined && next.dashes.length > 0 && next.indent >= column);
  const range = { start: line.valueStart, end: line.contentEnd };
  const isFlow = !isMore && /^[^\s"'[\]{},#&*!|>%@`?:-][^[\]{},#]*$/.test(value) && !/:(?:\s|$)/.test(value);
  const start = (line.key?.colon ?? line.valueStart) + 1;
  const change = (): ChangeText => ({
    message: `The first entry of \`${path.at(-1)}\` must be on its own line, or in brackets.`,
    title: isFlow ? "Make it a list" : "Start a new line",
  });
  if (isFlow) {
    state.write(line, range, `[${value}]`, change);
    return true;
  }
  const dashColumn = column + 2;
  const eol = lineEndOf(state.text);
  state.write(line, { start, end: line.valueStart }, `${eol}${" ".repeat(dashColumn)}`, change);
  state.list = { path, keyColumn: column, delta: 0, column: dashColumn };
  const entry = mapping([...path, 0], dashColumn, 0);
  entry.column = dashColumn + 2;
  const [, name] = /^([A-Za-z_]\w*):(?=\s|$)/.exec(value) ?? [];
  if (name !== undefined) entry.names.add(name);
  state.entry = entry;
  return true;
}

function readText(state: LayoutState, line: LayoutLine, name: string, column: number): boolean {
  const unit = state.unit as Unit;
  const body = readTextBody(state.text, state.lines, state.at - 1, {
    keys: unit.keys,
    names: unit.names,
    titleKey: unit.kind === "meeting" ? "" : titleKey(unit.kind),
    unitColumn: unit.columnBefore,
  });
  const value = state.text.slice(line.valueStart, line.end).trimEnd();
  const isScalar = isBlockScalar(state.text, line);
  const columnBefore = (line.key?.start ?? line.indentEnd) - line.start;
  if (!isScalar && !needsHeader(state.text, value, body.lines, columnBefore)) {
    // `notes: hello`
    if (body.lines.length === 0 && isPlainText(value))
      state.textEnd = { at: line.contentEnd, column: column + 2, name, inlineStart: line.valueStart };
    return true;
  }
  if (isScalar && /[1-9]/.test(value)) {
    skipDeeperLines(state, columnBefore, column - columnBefore);
    return true;
  }
  const { indentedFrom } = body;
  const delta = column - columnBefore;
  const textColumn = indentedFrom === undefined ? column + 2 : indentedFrom + delta;
  const strays = body.lines.filter(({ indent }) => indent < (indentedFrom ?? Number.POSITIVE_INFINITY));
  if (!isScalar) writeHeader(state.source, { line, name, value, body: body.lines }, textColumn);
  const indentation = textIndentation(state.text, body.lines, {
    column: textColumn,
    delta,
    ...(indentedFrom !== undefined && { indentedFrom }),
  });
  const change = isScalar && strays[0] ? strayChange(name, strays as [LayoutLine]) : undefined;
  for (const edit of indentation)
    state.edits.replace(edit, edit.text, change && edit.start >= change.line ? change : undefined);
  state.at = body.next;
  const last = body.lines.at(-1) ?? line;
  state.textEnd = { at: last.end, column: textColumn, name };
  return true;
}

function isPlainText(value: string): boolean {
  return value !== "" && !/^["'[\]{},#&*!|>%@`]|:(?:\s|$)|\s#/.test(value);
}

/** Indents the lines below a block scalar of an entry if they are not deeper than its key. */
function indentLines(state: LayoutState, mapping: Mapping, columnBefore: number, column: number): void {
  const isPart = (line: LayoutLine): boolean =>
    line.isBlank || (line.dashes.length === 0 && !isKnownKey(state, mapping, line.key?.name));
  const first = state.lines.slice(state.at).find(({ isBlank }) => !isBlank);
  if (!first || first.indent > columnBefore || !isPart(first) || mapping === state.unit) return;
  const lines: LayoutLine[] = [];
  for (; state.at < state.lines.length; state.at++) {
    const line = state.lines[state.at] as LayoutLine;
    if (!isPart(line)) break;
    if (!line.isBlank) lines.push(line);
  }
  const name = String([...mapping.names].at(-1));
  const change = strayChange(name, lines as [LayoutLine]);
  for (const edit of textIndentation(state.text, lines, { column: column + 2, delta: 0 }))
    state.edits.replace(edit, edit.text, change);
}

function isKnownKey(state: LayoutState, mapping: Mapping, name: string | undefined): boolean {
  return name !== undefined && (mapping.keys.includes(name) || (state.unit?.keys.includes(name) ?? false));
}

function skipDeeperLines(state: LayoutState, columnBefore: number, delta: number): void {
  for (; state.at < state.lines.length; state.at++) {
    const line = state.lines[state.at] as LayoutLine;
    if (!line.isBlank && line.indent <= columnBefore) return;
    if (!line.isBlank && delta !== 0) state.move(line, line.indent + delta);
  }
}
