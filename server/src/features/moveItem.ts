import type { Position, TextEdit } from "vscode-languageserver-types";
import { type Direction, moveItem as moveOf } from "../core/editing/moveItem";
import { toLspRange, type View } from "./shared/view";

export interface MovedItem {
  readonly version: number | null;
  readonly edits: readonly TextEdit[];
  /** lines that the item, and a cursor in it, moves down; negative if it moves up */
  readonly lines: number;
}

/** The reason, as a sentence, for which an item stays where it is. */
export interface UnmovedItem {
  readonly reason: string;
}

const reasons = {
  noItem: "The cursor is not in an item.",
  first: "This item is the first of its list.",
  last: "This item is the last of its list.",
  unsafe: "This item cannot be moved without a change of its content.",
} as const;

/** Moves the item at the cursor over its neighbour. */
export function moveItem(view: View, position: Position, direction: Direction): MovedItem | UnmovedItem {
  const move = moveOf(view.document, view.positions.offsetAt(position), direction);
  if ("reason" in move) return { reason: reasons[move.reason] };
  const edits = move.edits.map((edit) => ({ range: toLspRange(view, edit), newText: edit.text }));
  return { version: view.positions.version, edits, lines: move.lines };
}
