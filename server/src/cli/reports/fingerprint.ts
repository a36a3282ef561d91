import { createHash } from "node:crypto";
import type { SourceRow } from "./row";

/**
 * A unique fingerprint for each row, which stays the same when lines move, other findings are fixed or messages
 * are reworded.
 * @param pathOf the name of a file in the report
 */
export function fingerprints(
  rows: readonly SourceRow[],
  pathOf: (row: SourceRow) => string,
): readonly string[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const key = [pathOf(row), row.code, row.findingText].join("\n");
    const occurrence = (seen.get(key) ?? 0) + 1;
    seen.set(key, occurrence);
    return createHash("sha256").update(`${key}\n${occurrence}`).digest("hex");
  });
}
