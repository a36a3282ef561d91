/** The words for actions, and the table of those that are open. */

import { firstLast, joinedNames } from "../../text/personName";
import type { Action, Notes, NotesItem } from "../read/notes";
import { isActive } from "../read/readItem";
import { type OpenAction, openActions } from "./decisionsAndActions";
import { originOf } from "./notesText";

/** `A. Forti, due 2020-01-31, overdue`, `A. Forti, done 2020-01-20` */
export function dutyText(action: Action): string {
  return dutyParts(action)
    .map(({ text }) => text)
    .join(", ");
}

interface DutyPart {
  readonly text: string;
  readonly isOverdue?: boolean;
}

/** Who, until when, in which state, since when. */
export function dutyParts(action: Action): readonly DutyPart[] {
  const { owners, due, isOverdue, since } = action;
  const dueText = due !== undefined && isActive(action.status) ? `due ${due}` : undefined;
  return [
    owners.length > 0 ? { text: joinedNames(owners.map(firstLast)) } : [],
    dueText === undefined ? [] : { text: isOverdue ? `${dueText}, overdue` : dueText, isOverdue },
    statusText(action).map((text) => ({ text })),
    since === undefined ? [] : { text: `since ${since}` },
  ].flat();
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
  { name: "Owner", cellOf: ({ owners }) => ({ text: joinedNames(owners.map(firstLast)) }) },
  {
    name: "Due",
    cellOf: ({ due = "", isOverdue }) => ({ text: isOverdue ? `${due}, overdue` : due, isOverdue }),
  },
  {
    name: "Status",
    cellOf: ({ status }) => ({ text: status === "in-progress" ? "in progress" : "" }),
  },
  { name: "Since", cellOf: ({ since = "" }) => ({ text: since }) },
  { name: "From", cellOf: ({ item }) => (item ? { text: originOf(item), item } : { text: "" }) },
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
