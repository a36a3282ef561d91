/** Starts root keys, items and the meeting head. */
import { nameOf, type UnitList, unitLists } from "../schema/itemKinds";
import { lineEndOf } from "../text/range";
import { isDash } from "../yaml/lineShape";
import { type ChangeText, dashChange, missingDashChange } from "./layoutChanges";
import type { LayoutLine } from "./layoutLine";
import { isKeyOf, mapping, type Unit } from "./layoutMapping";
import type { LayoutState } from "./layoutState";
import { readKey } from "./layoutValues";

export function startRootKey(state: LayoutState, line: LayoutLine, name: string): boolean {
  state.end();
  state.rootDelta = -line.indent;
  state.unit = undefined;
  state.textEnd = undefined;
  state.itemColumn = undefined;
  state.itemList = unitLists.find((list) => list === name);
  state.move(line, 0, () => ({
    message: `\`${name}\` is a key of the file: it must be at the start of its line.`,
    title: "Remove the indentation",
  }));
  if (name === "meeting") state.unit = { ...mapping(["meeting"], 0, state.rootDelta), kind: "meeting" };
  if (state.itemList && isDash(state.text, line.valueStart))
    return startInlineItem(state, line, state.itemList);
  return line.valueStart >= line.contentEnd;
}

/** `contributions: - title: x` */
function startInlineItem(state: LayoutState, line: LayoutLine, kind: UnitList): boolean {
  const [, name] = /^-[ \t]+([A-Za-z_]\w*):(?=\s|$)/.exec(state.text.slice(line.valueStart, line.end)) ?? [];
  if (name === undefined || !isKeyOf(kind, name)) return false;
  const start = (line.key?.colon ?? line.valueStart) + 1;
  state.itemColumn = 2;
  state.write(line, { start, end: line.valueStart }, `${lineEndOf(state.text)}  `, () => ({
    message: `The first ${nameOf(kind)} must be on its own line.`,
    title: "Start a new line",
  }));
  const unit: Unit = { ...mapping([kind, 0], 2, 0), kind, column: 4 };
  unit.names.add(name);
  state.unit = unit;
  return true;
}

/** An item begins, with or without its dash. */
export function startItem(state: LayoutState, line: LayoutLine): boolean {
  const kind = state.itemList as UnitList;
  const dash = line.dashes[0];
  const isFirst = state.itemColumn === undefined;
  state.itemColumn ??= firstItemColumn(state, line, dash);
  const column = state.itemColumn;
  state.end();
  state.textEnd = undefined;
  state.unit = { ...mapping([kind, 0], column, column - line.indent), kind };
  const width = dash === undefined || line.isGlued || line.dashes.length > 1 ? 2 : line.contentStart - dash;
  const change = (): ChangeText =>
    dash === undefined
      ? missingDashChange(`${isFirst ? "" : "new "}${nameOf(kind)}`)
      : dashChange(line, column);
  if (dash !== undefined && width === line.contentStart - dash) state.move(line, column, change);
  else {
    const range = { start: line.start, end: line.contentStart };
    state.write(line, range, `${" ".repeat(column)}- `, change);
    state.moveComments(line, column);
  }
  if (!line.key) return line.contentStart >= line.end;
  state.unit.column = column + width;
  state.unit.columnBefore = line.contentStart - line.start;
  return readKey(state, state.unit, line, line.key.name);
}

function firstItemColumn(state: LayoutState, line: LayoutLine, dash: number | undefined): number {
  const column = line.indent + state.rootDelta;
  if (dash === undefined) return column >= 4 ? column - 2 : 2;
  const itemColumn = column - (state.shape.kind === "item" ? (state.shape.indentDelta ?? 0) : 0);
  const isTab = line.indentEnd - line.start > line.indent;
  return isTab && itemColumn <= 0 ? 2 : Math.max(0, itemColumn);
}

/** `- title: x` below `meeting:` */
export function startHeadWithDash(
  state: LayoutState,
  unit: Unit,
  line: LayoutLine,
  name: string | undefined,
): boolean {
  if (name === undefined || unit.column !== undefined || !unit.keys.includes(name)) return false;
  unit.column = unit.base + 2;
  unit.columnBefore = line.contentStart - line.start;
  const range = { start: line.start, end: line.contentStart };
  const { column } = unit;
  state.write(line, range, " ".repeat(column), () => ({
    message: "The meeting must have keys, not a list.",
    title: "Remove the dash",
  }));
  return readKey(state, unit, line, name);
}
