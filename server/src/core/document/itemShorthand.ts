/** The actions and decisions of an item: its lists, and the lines of its notes that are marked as such. */
import { comparableText, notesLines } from "../shorthand/notesLines";
import type { ActionLine, Shorthand, ShorthandContext } from "../shorthand/types";
import type { Item } from "./item";
import type { ItemAction } from "./itemActions";

/** An entry of the lists, or a line of notes, once each. */
export interface ItemOutcome {
  readonly actions: readonly ItemAction[];
  readonly decisions: readonly string[];
}

/** An action or a decision that is an entry and a line is only the entry; the notes of parts belong to the item. */
export function itemOutcome(item: Item, context: ShorthandContext): ItemOutcome {
  const { actions, decisions } = item;
  const day = item.text("date");
  const dated = day === undefined ? context : { ...context, date: day };
  const lines = [item, ...item.parts].flatMap((part) => notesLines(part.prose("notes") ?? "", dated));
  if (lines.length === 0) return { actions, decisions };
  const added = newLines(
    item,
    lines.map(({ shorthand }) => shorthand),
  );
  return {
    actions: [...actions, ...added.flatMap((line) => (line.kind === "action" ? toAction(line) : []))],
    decisions: [...decisions, ...added.flatMap((line) => (line.kind === "decision" ? line.text : []))],
  };
}

/** The actions and decisions that the lists of the item do not have yet. */
export function newLines(item: Item, lines: readonly Shorthand[]): readonly Shorthand[] {
  const known = new Set([
    ...item.actions.flatMap(({ text = "" }) => keyOf({ kind: "action", text })),
    ...item.decisions.map((text) => keyOf({ kind: "decision", text })),
  ]);
  return lines.filter((line) => {
    const key = keyOf(line);
    const isNew = !known.has(key);
    known.add(key);
    return isNew;
  });
}

function keyOf({ kind, text }: Pick<Shorthand, "kind" | "text">): string {
  return `${kind} ${comparableText(text)}`;
}

function toAction({ kind: _, ...action }: ActionLine): ItemAction {
  return { ...action, unknownKeys: [] };
}
