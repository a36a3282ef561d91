/** What the layout reader knows of the mappings and lists around a line. */
import { schemaPathOf, type UnitKind, type UnitList } from "../schema/itemKinds";
import { keysAt, type SchemaPath } from "../schema/schema";

/** The kind of the block with the text. */
export interface LayoutShape {
  readonly kind: string;
  readonly list?: UnitList;
  /** column of the item minus the column of its siblings */
  readonly indentDelta?: number;
}

/** A mapping: a unit, or an entry of a list in a unit. */
export interface Mapping {
  readonly keys: readonly string[];
  readonly path: SchemaPath;
  readonly names: Set<string>;
  /** column of its keys; undefined before its first key */
  column?: number;
  /** column of its first key before the changes */
  columnBefore?: number;
  /** the column that its keys must exceed */
  readonly base: number;
  /** columns by which its first line moves */
  readonly delta: number;
}

export interface Unit extends Mapping {
  readonly kind: UnitKind;
}

/** A list in a unit. */
export interface List {
  readonly path: SchemaPath;
  readonly keyColumn: number;
  readonly delta: number;
  /** column of its dashes */
  column?: number;
}

/** The key above a line that continues its value. */
export interface Owner {
  readonly columnBefore: number;
  readonly delta: number;
  /** brackets that are open */
  depth: number;
}

/** A mapping without keys so far. */
export function mapping(path: SchemaPath, base: number, delta: number): Mapping {
  return { path, keys: keysAt(path), names: new Set(), base, delta };
}

/** True for a key of the items of a list. */
export function isKeyOf(kind: UnitList | undefined, name: string): boolean {
  return kind !== undefined && keysAt(schemaPathOf(kind)).includes(name);
}
