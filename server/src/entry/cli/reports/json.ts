import type { MarkedRow } from "../check";

export function json(rows: readonly MarkedRow[]): string {
  return `${JSON.stringify(
    rows.map(({ marked, ...row }) => row),
    null,
    2,
  )}\n`;
}
