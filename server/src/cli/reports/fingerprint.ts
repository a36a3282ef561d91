import { createHash } from "node:crypto";
import type { MarkedRow } from "./row";

/**
 * For each row a fingerprint that stays the same when lines move and other findings go, and that no other row has.
 * @param pathOf how the report names a file
 */
export function fingerprints(
  rows: readonly MarkedRow[],
  pathOf: (row: MarkedRow) => string,
): readonly string[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const key = [pathOf(row), row.code, row.message, row.marked].join("\n");
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return createHash("sha256").update(`${key}\n${nth}`).digest("hex");
  });
}
