import type { MarkedRow } from "../check";

export function json(rows: readonly MarkedRow[]): string {
  return `${JSON.stringify(
    rows.map(({ marked: _, source: __, ...row }) => row),
    null,
    2,
  )}\n`;
}
