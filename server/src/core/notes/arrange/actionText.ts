/** The words for actions, and the table of those that are open. */

import type { Action, Notes, NotesItem } from "../read/notes";
import { isActive } from "../read/readItem";
import { type OpenAction, openActions } from "./decisionsAndActions";
import { titleOf } from "./notesText";

/** `A. Forti, due 2020-01-31, overdue`, `A. Forti, done 2020-01-20` */
export function dutyText(action: Action): string {
  const { owners, due, isOverdue, since } = action;
  const isOpen = isActive(action.status);
  return [
    ...owners,
    isOpen && due !== undefined ? `due ${due}` : [],
    isOverdue ? "overdue" : [],
    statusText(action),
    since === undefined ? [] : `since ${since}`,
  ]
    .flat()
    .join(", ");
}

/** Nothing for what a box says by itself: open, and done on an unknown day. */
function statusText({ status, closed }: Action): readonly string[] {
  if (status === "in-progress") return ["in progress"];
  if (status === "dropped") return [closed === undefined ? "dropped" : `dropped ${closed}`];
  return status === "done" && closed !== undefined ? [`done ${closed}`] : [];
}

export interface ActionCell {
  readonly text: string;
  /** the item that the cell names */
  readonly item?: NotesItem;
  readonly isOverdue?: boolean;
}

export interface ActionTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ActionCell[])[];
}

interface ActionColumn {
  readonly name: string;
  readonly cellOf: (action: OpenAction) => ActionCell;
}

const actionColumns: readonly ActionColumn[] = [
  { name: "No.", cellOf: ({ id = "" }) => ({ text: id }) },
  { name: "Action", cellOf: ({ text }) => ({ text }) },
  { name: "Owner", cellOf: ({ owners }) => ({ text: owners.join(", ") }) },
  {
    name: "Due",
    cellOf: ({ due = "", isOverdue }) => ({ text: isOverdue ? `${due}, overdue` : due, isOverdue }),
  },
  {
    name: "Status",
    cellOf: ({ status }) => ({ text: status === "in-progress" ? "in progress" : "" }),
  },
  { name: "Since", cellOf: ({ since = "" }) => ({ text: since }) },
  { name: "From", cellOf: ({ item }) => (item ? { text: titleOf(item), item } : { text: "" }) },
];

/** The open actions, without columns that are empty; undefined if there are none. */
export function actionTable(notes: Notes): ActionTable | undefined {
  const actions = openActions(notes);
  if (actions.length === 0) return undefined;
  const columns = actionColumns.filter(({ cellOf }) => actions.some((action) => cellOf(action).text !== ""));
  return {
    columns: columns.map(({ name }) => name),
    rows: actions.map((action) => columns.map(({ cellOf }) => cellOf(action))),
  };
}
