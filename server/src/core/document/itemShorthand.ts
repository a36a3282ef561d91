/** The actions and decisions of an item: its lists, and the lines of its notes that are marked as such. */
import { comparableText, notesLines } from "../shorthand/notesLines";
import type { ActionLine, DecisionLine, Shorthand, ShorthandContext } from "../shorthand/types";
import { comparablePerson } from "../text/personName";
import type { Item } from "./item";
import type { ItemAction } from "./itemActions";
import { newLines } from "./sameOutcome";

/** An entry of the lists, or a line of notes, once each. */
export interface ItemOutcome {
  readonly actions: readonly ItemAction[];
  readonly decisions: readonly string[];
  readonly inNotes: InNotes;
}

/** Indices of the actions and decisions that the notes show with all their values. */
export interface InNotes {
  readonly actions: ReadonlySet<number>;
  readonly decisions: ReadonlySet<number>;
}

export const nothingInNotes: InNotes = { actions: new Set(), decisions: new Set() };

/**
 * An action or a decision that is an entry and a line is only the entry; the notes of parts belong to the item.
 * @param context with the day of the item
 */
export function itemOutcome(item: Item, context: ShorthandContext): ItemOutcome {
  const { actions, decisions } = item;
  const lines = [item, ...item.parts].flatMap((part) => notesLines(part.prose("notes") ?? "", context));
  if (lines.length === 0) return { actions, decisions, inNotes: nothingInNotes };
  const read = lines.map(({ shorthand }) => shorthand);
  const added = newLines(item, withoutReports(item, read));
  const allActions = [...actions, ...actionsOf(added)];
  const allDecisions = [...decisions, ...decisionsOf(added)];
  return {
    actions: allActions,
    decisions: allDecisions,
    inNotes: {
      actions: shownIndices(allActions.map(comparableAction), actionsOf(read).map(comparableAction)),
      decisions: shownIndices(allDecisions.map(comparableText), decisionsOf(read).map(comparableText)),
    },
  };
}

function actionsOf(lines: readonly Shorthand[]): readonly ItemAction[] {
  return lines.flatMap((line) => (line.kind === "action" ? toAction(line) : []));
}

function decisionsOf(lines: readonly Shorthand[]): readonly string[] {
  return lines.flatMap((line) => (line.kind === "decision" ? decisionText(line) : []));
}

/** @returns the indices of the texts that are among the lines */
function shownIndices(texts: readonly string[], lines: readonly string[]): ReadonlySet<number> {
  const shown = new Set(lines);
  return new Set(texts.flatMap((text, index) => (shown.has(text) ? [index] : [])));
}

/** Equal for actions with the same values. */
function comparableAction({
  text = "",
  owners,
  id,
  due,
  status,
  closed,
  since,
  unknownKeys,
}: ItemAction): string {
  const names = owners.map(comparablePerson).sort();
  return JSON.stringify([comparableText(text), names, id, due, status, closed, since, unknownKeys]);
}

/** A decision with its number: `Decision 12: Meet monthly`. */
export function decisionText({ text, id }: DecisionLine): string {
  return id === undefined ? text : `Decision ${id}: ${text}`;
}

/** The lines that do not report on an action of the item by its number. */
export function withoutReports(item: Item, lines: readonly Shorthand[]): readonly Shorthand[] {
  const numbers = new Set(item.actions.flatMap(({ id }) => id ?? []));
  return lines.filter((line) => line.kind !== "action" || line.id === undefined || !numbers.has(line.id));
}

function toAction({ kind: _, ...action }: ActionLine): ItemAction {
  return { ...action, unknownKeys: [] };
}
