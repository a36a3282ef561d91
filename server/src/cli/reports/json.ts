import { jsonText } from "../../core/text/displayText";
import type { MarkedRow } from "./row";

export function json(rows: readonly MarkedRow[]): string {
  return jsonText(rows.map(({ marked: _, source: __, ...row }) => row));
}
