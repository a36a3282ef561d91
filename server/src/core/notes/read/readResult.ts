import type { Range } from "../../text/range";
import type { NotedItem } from "./notes";

/** An item without its key and line, and its range in the file. */
export interface ReadItem {
  readonly item: Omit<NotedItem, "key" | "line" | "endLine" | "problems">;
  readonly range: Range;
}
