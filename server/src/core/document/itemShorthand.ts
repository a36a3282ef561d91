/** The actions and decisions of an item: its lists, and the lines of its notes that are marked as such. */
import { type ActionReport, actionReports } from "../shorthand/actionReports";
import { comparableText, notesLines } from "../shorthand/notesLines";
import type { People } from "../shorthand/people";
import type { ActionLine, DecisionLine, Shorthand } from "../shorthand/types";
import { comparablePerson } from "../text/personName";
import type { Item } from "./item";
import type { ItemAction } from "./itemActions";
import { withReports } from "./reportedActions";
import { completedActions, newLines } from "./sameOutcome";
import type { ItemShorthandContext } from "./shorthandContext";

/** An entry of the lists, or a line of notes, once each. */
export interface ItemOutcome {
  readonly actions: readonly ItemAction[];
  readonly decisions: readonly string[];
  readonly inNotes: InNotes;
  /** what the notes say about actions by their number, in order */
  readonly reports: readonly ActionReport[];
}

/** Indices of the actions and decisions that the notes show with all their values. */
export interface InNotes {
  readonly actions: ReadonlySet<number>;
  readonly decisions: ReadonlySet<number>;
}

export const nothingInNotes: InNotes = { actions: new Set(), decisions: new Set() };

/**
 * An action or a decision that is an entry and a line is only the entry, and a line with the number of an action of the
 * meeting is only a report on it; the notes of parts belong to the item.
 * @param context with the day of the item
 */
export function itemOutcome(item: Item, context: ItemShorthandContext): ItemOutcome {
  const { decisions } = item;
  const notes = [item, ...item.parts].map((part) => part.prose("notes") ?? "");
  const hasNumbers = context.meetingNumbers.size > 0 || numbersOf(item).size > 0;
  const reports = !hasNumbers ? [] : notes.flatMap((text) => actionReports(text, context));
  const lines = notes.flatMap((text) => notesLines(text, context));
  const read = lines.map(({ shorthand }) => shorthand);
  const actions = withReports(completedActions(item, read, context.people), reports, "item");
  if (lines.length === 0) return { actions, decisions, inNotes: nothingInNotes, reports };
  const added = newLines(item, withoutReports(item, read, context), context.people);
  const comparable = (action: ItemAction): string => comparableAction(action, context.people);
  const allActions = [...actions, ...actionsOf(added)];
  const allDecisions = [...decisions, ...decisionsOf(added)];
  return {
    actions: allActions,
    decisions: allDecisions,
    reports,
    inNotes: {
      actions: shownIndices(allActions.map(comparable), actionsOf(read).map(comparable)),
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
function comparableAction(
  { text = "", owners, id, due, status, closed, since, unknownKeys }: ItemAction,
  people: People,
): string {
  const names = owners.map((owner) => comparablePerson(people.find(owner) ?? owner)).sort();
  return JSON.stringify([comparableText(text), names, id, due, status, closed, since, unknownKeys]);
}

/** A decision with its number: `Decision 12: Meet monthly`. */
export function decisionText({ text, id }: DecisionLine): string {
  return id === undefined ? text : `Decision ${id}: ${text}`;
}

/** The numbers of the actions of the item, in lower case; its notes may report on them and on those of the meeting. */
function numbersOf({ actions }: Item): ReadonlySet<string> {
  return new Set(actions.flatMap(({ id }) => id?.toLowerCase() ?? []));
}

/** The lines that do not report on an action of the item or of the meeting by its number. */
export function withoutReports(
  item: Item,
  lines: readonly Shorthand[],
  { meetingNumbers }: Pick<ItemShorthandContext, "meetingNumbers">,
): readonly Shorthand[] {
  const own = numbersOf(item);
  const isKnown = (id: string): boolean => own.has(id) || meetingNumbers.has(id);
  return lines.filter(
    (line) => line.kind !== "action" || line.id === undefined || !isKnown(line.id.toLowerCase()),
  );
}

function toAction({ kind: _, ...action }: ActionLine): ItemAction {
  return { ...action, unknownKeys: [] };
}
