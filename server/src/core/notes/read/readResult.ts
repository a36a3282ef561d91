import type { Range } from "../../text/range";
import type { NotesBreak, NotesItem } from "./notes";

/** An item without its key and line, and its range in the file. */
export interface ItemReading {
  readonly item: Omit<NotesItem, "key" | "line" | "endLine" | "problems">;
  readonly range: Range;
}

/** A break without its key and line, and its range in the file. */
export interface BreakReading {
  readonly item: Omit<NotesBreak, "key" | "line" | "endLine">;
  readonly range: Range;
}

export type Reading = ItemReading | BreakReading;

export function isBreak(reading: Reading): reading is BreakReading {
  return reading.item.kind === "breaks";
}
