import type { Row } from "../check";

export function json(rows: readonly Row[]): string {
  return `${JSON.stringify(rows, null, 2)}\n`;
}
