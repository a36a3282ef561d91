import { jsonText } from "../../../core/shownText";
import type { MarkedRow } from "../check";

export function json(rows: readonly MarkedRow[]): string {
  return jsonText(rows.map(({ marked: _, source: __, ...row }) => row));
}
