/** The maps and lists that are open while a text is read. */
import type { SchemaPath } from "../schema/schema";
import type { Cursor } from "./cursor";
import type { Token } from "./tokens";

/** A map or a list that is being read. */
export interface Container {
  readonly kind: "map" | "list";
  readonly style: Cursor["style"];
  readonly up: Container | undefined;
  /** the step from `up` to here */
  readonly step: string | number | undefined;
  /** its keys, or those of its entries that are scalars */
  readonly tokens: Token[];
  /** where its keys or dashes stand */
  column: number;
  /** its last key, or the index of its last entry */
  last: string | number | undefined;
  /** `last` has no value yet */
  isOpen: boolean;
  /** the collection that `last` holds */
  child: Container | undefined;
}

export function container(
  kind: Container["kind"],
  style: Container["style"],
  up: Container | undefined,
  column: number,
): Container {
  return {
    kind,
    style,
    up,
    step: up?.last,
    column,
    tokens: [],
    last: undefined,
    isOpen: false,
    child: undefined,
  };
}

/** The collection that the last key or entry of `owner` holds; a new one where it holds none of the kind. */
export function adopt(owner: Container, kind: Container["kind"], column: number, isGuess = false): Container {
  const known = owner.child?.kind === kind && owner.child.style === "block" ? owner.child : undefined;
  const child = known ?? container(kind, "block", owner, column);
  if (child.tokens.length === 0 && child.last === undefined) child.column = column;
  owner.child = child;
  if (!isGuess) owner.isOpen = false;
  return child;
}

export function innermostAt(top: Container, column: number): Container {
  let here = top;
  while (here.up && here.column > column) here = here.up;
  return here;
}

/** The one right inside `outer` on the way to `top`. */
export function innerOf(top: Container, outer: Container): Container | undefined {
  let here: Container | undefined = top;
  while (here && here.up !== outer) here = here.up;
  return here;
}

export function nextIndex(list: Container): number {
  return typeof list.last === "number" ? list.last + 1 : 0;
}

export function pathOf(at: Container): SchemaPath {
  const path: (string | number)[] = [];
  for (let here: Container | undefined = at; here; here = here.up)
    if (here.step !== undefined) path.push(here.step);
  return path.reverse();
}
