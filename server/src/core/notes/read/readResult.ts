import type { Range } from "../../text/range";
import type { NotesItem } from "./notes";

/** An item without its key and line, and its range in the file. */
export interface ItemReading {
  readonly item: Omit<NotesItem, "key" | "line" | "endLine" | "problems">;
  readonly range: Range;
}
