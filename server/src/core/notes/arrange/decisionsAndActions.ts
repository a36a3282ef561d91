/** Collects the actions and the decisions of the meeting and of all items. */
import { People } from "../../shorthand/people";
import { compareTexts } from "../../text/collation";
import { firstLast } from "../../text/personName";
import type { Action, Notes, NotesItem } from "../read/notes";
import { isActive } from "../read/readItem";
import { personsOf } from "./persons";

export interface OpenAction extends Action {
  /** undefined for an action of the meeting as a whole */
  readonly item?: NotesItem;
}

/**
 * The actions of the meeting as a whole, then those of the items. A line of notes with the number of an action of the
 * meeting reports on that action, and is not another one.
 */
export function allActions({ actions, items }: Notes): readonly OpenAction[] {
  const numbers = new Set(actions.flatMap(({ id }) => id ?? []));
  const ofItems = items.flatMap((item) =>
    item.actions
      .filter(({ id }, index) => id === undefined || !numbers.has(id) || !item.inNotes.actions.has(index))
      .map((action) => ({ ...action, item })),
  );
  return [...actions, ...ofItems];
}

/** By number, then those without one by owner and due date; missing values come last. `RJ` is sorted as Roger Jonas. */
export function openActions(notes: Notes): readonly OpenAction[] {
  const people = new People(personsOf(notes).map(({ name }) => name));
  const ownerOf = ({ owners: [owner] }: Action): string | undefined =>
    owner === undefined ? undefined : (people.find(owner) ?? firstLast(owner));
  return allActions(notes)
    .filter(({ status }) => isActive(status))
    .map((action) => ({ action, owner: ownerOf(action) }))
    .sort(
      (a, b) =>
        compareOptional(a.action.id, b.action.id) ||
        compareOptional(a.owner, b.owner) ||
        compareOptional(a.action.due, b.action.due),
    )
    .map(({ action }) => action);
}

/** The actions of the meeting as a whole that were done or dropped: no item shows them. */
export function closedActions({ actions }: Notes): readonly Action[] {
  return actions.filter(({ status }) => !isActive(status));
}

export interface Decision {
  readonly text: string;
  /** undefined for a decision of the meeting as a whole */
  readonly item?: NotesItem;
}

export function decisionsOf({ decisions, items }: Notes): readonly Decision[] {
  return [
    ...decisions.map((text) => ({ text })),
    ...items.flatMap((item) => item.decisions.map((text) => ({ text, item }))),
  ];
}

function compareOptional(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
  return compareTexts(a, b);
}

/** The decisions of an item that its notes do not show. */
export function listedDecisions({ decisions, inNotes }: NotesItem): readonly string[] {
  return decisions.filter((_, index) => !inNotes.decisions.has(index));
}

/** The actions of an item that its notes do not show. */
export function listedActions({ actions, inNotes }: NotesItem): readonly Action[] {
  return actions.filter((_, index) => !inNotes.actions.has(index));
}
