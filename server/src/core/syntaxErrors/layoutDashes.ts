/** A dash before each key: `- title: T` above `- themes: none`. */
import { nameOf } from "../schema/itemKinds";
import { keysAt, requiredAt } from "../schema/schema";
import type { LayoutLine } from "./layoutLine";
import type { Mapping, Unit } from "./layoutMapping";
import type { LayoutState } from "./layoutState";
import { readKey } from "./layoutValues";

/** A key of the mapping above with a dash before it, which is not the first key of a new entry. */
export function placeDashedKey(state: LayoutState, line: LayoutLine, name: string): boolean {
  const { unit, entry, list } = state;
  if (line.dashes.length !== 1) return false;
  if (list && keysAt([...list.path, 0]).includes(name)) {
    const isPart = entry !== undefined && isPartOf(entry, name) && isAlone(state, line, entry);
    return isPart && placeWithoutDash(state, entry, line, name, `entry of \`${list.path.at(-1)}\``);
  }
  if (!unit || !isPartOf(unit, name)) return false;
  state.end();
  return placeWithoutDash(state, unit, line, name, nameOf((unit as Unit).kind));
}

/** A dash alone between the keys of a unit. */
export function removeStrayDash(state: LayoutState, line: LayoutLine): boolean {
  const { unit, list, lines, at } = state;
  if (line.contentStart < line.end || !unit || list || line.indent <= unit.base) return false;
  const end = lines[at]?.start ?? line.end;
  state.write(line, { start: line.start, end }, "", () => ({
    message: "This dash starts no entry: it must be removed.",
    title: "Remove the dash",
  }));
  return true;
}

/** True for a key that the mapping lacks, and that cannot begin another one. */
function isPartOf({ keys, names, path, column }: Mapping, name: string): boolean {
  const isFirst = name === requiredAt(path)[0];
  return column !== undefined && names.size > 0 && keys.includes(name) && !names.has(name) && !isFirst;
}

/** True if no line below the dash has the key that each entry must have, and the dash or the entry above has one key. */
function isAlone({ lines, at }: LayoutState, line: LayoutLine, { path, names }: Mapping): boolean {
  const column = (line.key?.start ?? line.contentStart) - line.start;
  let count = 1;
  for (const below of lines.slice(at)) {
    if (below.isBlank || below.isComment) continue;
    if (below.indent < column) break;
    if (below.indent > column || !below.key) continue;
    if (below.key.name === requiredAt(path)[0]) return false;
    count++;
  }
  return count === 1 || names.size === 1;
}

function placeWithoutDash(
  state: LayoutState,
  mapping: Mapping,
  line: LayoutLine,
  name: string,
  owner: string,
): boolean {
  const column = mapping.column ?? mapping.base + 2;
  state.write(line, { start: line.start, end: line.contentStart }, " ".repeat(column), () => ({
    message: `This key is part of the ${owner} above: it must not begin with a dash.`,
    title: "Remove the dash",
  }));
  state.moveComments(line, column);
  return readKey(state, mapping, line, name);
}
