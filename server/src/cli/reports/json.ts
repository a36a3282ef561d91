import { jsonText } from "../../core/text/displayText";
import type { SourceRow } from "./row";

export function json(rows: readonly SourceRow[]): string {
  return jsonText(rows.map(({ findingText: _, source: __, ...row }) => row));
}
