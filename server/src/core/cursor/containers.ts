/** The maps and lists that are open while a text is read. */
import type { SchemaPath } from "../schema/schema";
import type { Cursor } from "./cursor";
import type { Token } from "./tokens";

/** A map or a list that is being read. */
export interface Container {
  readonly kind: "map" | "list";
  readonly style: Cursor["style"];
  readonly parent: Container | undefined;
  /** the step from `parent` to this container */
  readonly step: string | number | undefined;
  /** the offset of its bracket, in flow style */
  readonly start?: number;
  /** its keys, or its scalar entries */
  readonly tokens: Token[];
  /** column of its keys or dashes */
  column: number;
  /** its last key, or the index of its last entry */
  lastStep: string | number | undefined;
  /** true while `lastStep` has no value yet */
  awaitsValue: boolean;
  /** true if the value of `lastStep` is plain text, which may continue on deeper lines */
  isContinuable: boolean;
  /** the collection at `lastStep` */
  child: Container | undefined;
}

export function container(
  kind: Container["kind"],
  style: Container["style"],
  parent: Container | undefined,
  column: number,
  start?: number,
): Container {
  return {
    ...(start !== undefined && { start }),
    kind,
    style,
    parent,
    step: parent?.lastStep,
    column,
    tokens: [],
    lastStep: undefined,
    awaitsValue: false,
    isContinuable: false,
    child: undefined,
  };
}

/** The collection in the last key or entry of `owner`; a new one if it has none of this kind. */
export function openChild(
  owner: Container,
  kind: Container["kind"],
  column: number,
  isTentative = false,
): Container {
  const existing = owner.child?.kind === kind && owner.child.style === "block" ? owner.child : undefined;
  const child = existing ?? container(kind, "block", owner, column);
  if (child.tokens.length === 0 && child.lastStep === undefined) child.column = column;
  owner.child = child;
  if (!isTentative) owner.awaitsValue = false;
  return child;
}

export function innermostContainer(top: Container, column: number): Container {
  let current = top;
  while (current.parent && current.column > column) current = current.parent;
  return current;
}

/** The child of `outer` that contains `top`. */
export function childOnPath(top: Container, outer: Container): Container | undefined {
  let current: Container | undefined = top;
  while (current && current.parent !== outer) current = current.parent;
  return current;
}

/** The lists in block style from `innermost` outwards. */
export function blockListsFrom(innermost: Container): readonly Container[] {
  const lists: Container[] = [];
  for (let current: Container | undefined = innermost; current; current = current.parent)
    if (current.kind === "list" && current.style === "block") lists.push(current);
  return lists;
}

export function nextIndex(list: Container): number {
  return typeof list.lastStep === "number" ? list.lastStep + 1 : 0;
}

export function pathOf(at: Container): SchemaPath {
  const path: (string | number)[] = [];
  for (let current: Container | undefined = at; current; current = current.parent)
    if (current.step !== undefined) path.push(current.step);
  return path.reverse();
}
