/** Places lines without a key. */
import type { LayoutLine } from "./layoutLine";
import { type LayoutState, openedBrackets } from "./layoutState";
import { isTextKey, lacksColon } from "./layoutText";
import { writeStrays } from "./layoutTextEdits";

/** Words without a key: they continue a value, or have no place. */
export function placeWords(state: LayoutState, line: LayoutLine): boolean {
  const owner = state.owner;
  if (owner && (owner.depth > 0 || line.indent > owner.columnBefore)) {
    owner.depth += openedBrackets(state.text.slice(line.indentEnd, line.contentEnd));
    if (owner.delta !== 0) state.move(line, line.indent + owner.delta);
    return true;
  }
  return placeStray(state, line);
}

/** Lines that belong to no key become the text of the unit. */
export function placeStray(state: LayoutState, line: LayoutLine): boolean {
  const unit = state.unit;
  const name = unit?.keys.find(isTextKey);
  if (!unit || name === undefined || line.indent > (unit.columnBefore ?? 0)) return false;
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
  writeStrays(state.source, { lines: [first, ...others], name, column, textEnd: state.textEnd });
  return true;
}
