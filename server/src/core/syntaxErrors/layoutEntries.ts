/** Starts the entries of lists in a unit. */
import { requiredAt, type SchemaPath } from "../schema/schema";
import { keepAsString } from "../yaml/scalars";
import { type ChangeText, dashChange, indentChange, missingDashChange } from "./layoutChanges";
import type { LayoutLine } from "./layoutLine";
import { type List, mapping } from "./layoutMapping";
import type { LayoutState } from "./layoutState";
import { readKey } from "./layoutValues";

/** `Ask the sites` as `- text: Ask the sites`. */
function startWords(state: LayoutState, path: SchemaPath, column: number): boolean {
  state.entry = mapping(path, column, 0);
  state.entry.names.add("text");
  return true;
}

/** An entry of a list begins, with or without its dash. */
export function startEntry(state: LayoutState, line: LayoutLine): boolean {
  const list = state.list as List;
  const dash = line.dashes[0];
  const moved = line.indent + list.delta;
  list.column ??= dash !== undefined && moved >= list.keyColumn ? moved : list.keyColumn + 2;
  const path = [...list.path, 0];
  const width = dash === undefined || line.isGlued || line.dashes.length > 1 ? 2 : line.contentStart - dash;
  const { column } = list;
  // `-Go on`
  const isGluedText = dash === undefined && /^-[^\s-]/.test(state.text.slice(line.contentStart, line.end));
  const change = (): ChangeText =>
    isGluedText
      ? dashChange({ ...line, isGlued: true }, column)
      : dash === undefined
        ? missingDashChange(`new entry of \`${list.path.at(-1)}\``)
        : line.dashes.length > 1 || line.isGlued
          ? dashChange(line, column)
          : indentChange(line, column);
  if (dash !== undefined && width === line.contentStart - dash) state.move(line, column, change);
  else {
    const isAction = dash === undefined && !line.key && requiredAt(path)[0] === "text";
    const isWords = isAction && /^\p{L}/u.test(state.text.slice(line.contentStart, line.end));
    const end = isWords ? line.contentEnd : line.contentStart + (isGluedText ? 1 : 0);
    const words = isWords ? `text: ${keepAsString(state.text.slice(line.contentStart, end))}` : "";
    state.write(line, { start: line.start, end }, `${" ".repeat(column)}- ${words}`, change);
    if (isWords) return startWords(state, path, column);
  }
  const entry = mapping(path, column, column - line.indent);
  state.entry = entry;
  state.owner = undefined;
  if (!line.key || !entry.keys.includes(line.key.name)) {
    if (state.text[line.contentStart] === "{") for (const name of entry.keys) entry.names.add(name);
    state.own(line, line.indent, column - line.indent);
    return true;
  }
  entry.column = column + width;
  entry.columnBefore = line.contentStart - line.start;
  return readKey(state, entry, line, line.key.name);
}
