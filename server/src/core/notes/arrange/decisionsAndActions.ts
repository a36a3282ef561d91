/** What is scattered over the items, in one place. */
import type { Action, NotedItem, Notes } from "../read/model";

export interface OpenAction extends Action {
  readonly item: NotedItem;
}

/** By owner, those without one last; then by day, those without one last. */
export function openActions({ items }: Notes): readonly OpenAction[] {
  const open = items.flatMap((item) =>
    item.actions.filter(({ status }) => status === "open").map((action) => ({ ...action, item })),
  );
  return open.sort((a, b) => order(a.owner, b.owner) || order(a.due, b.due));
}

export interface Decision {
  readonly text: string;
  readonly item: NotedItem;
}

export function decisionsOf({ items }: Notes): readonly Decision[] {
  return items.flatMap((item) => item.decisions.map((text) => ({ text, item })));
}

function order(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
  return a < b ? -1 : 1;
}
