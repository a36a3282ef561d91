/** Starts the entries of lists in a unit. */
import { type ChangeText, dashChange, indentChange, missingDashChange } from "./layoutChanges";
import type { LayoutLine } from "./layoutLine";
import { type List, mapping } from "./layoutMapping";
import type { LayoutState } from "./layoutState";
import { readKey } from "./layoutValues";

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
    const end = line.contentStart + (isGluedText ? 1 : 0);
    state.write(line, { start: line.start, end }, `${" ".repeat(column)}- `, change);
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
