/** Collects the open actions and the decisions of all items. */

import type { Action, Notes, NotesItem } from "../read/notes";
import { isActive } from "../read/readItem";

export interface OpenAction extends Action {
  readonly item: NotesItem;
}

/** Sorted by owner, then by due date; missing values come last. */
export function openActions({ items }: Notes): readonly OpenAction[] {
  const unsorted = items.flatMap((item) =>
    item.actions.filter(({ status }) => isActive(status)).map((action) => ({ ...action, item })),
  );
  return unsorted.sort((a, b) => compareOptional(a.owners[0], b.owners[0]) || compareOptional(a.due, b.due));
}

export interface Decision {
  readonly text: string;
  readonly item: NotesItem;
}

export function decisionsOf({ items }: Notes): readonly Decision[] {
  return items.flatMap((item) => item.decisions.map((text) => ({ text, item })));
}

function compareOptional(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
  return a < b ? -1 : 1;
}
