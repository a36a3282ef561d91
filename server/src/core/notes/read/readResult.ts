import type { Range } from "../../text/range";
import type { NotedItem } from "./model";

/** An item that has neither key nor line yet, and where it stands in the file. */
export interface ReadItem {
  readonly item: Omit<NotedItem, "key" | "line" | "endLine" | "problems">;
  readonly range: Range;
}
