import type { Code, Finding, Severity } from "../core/finding";
import type { Found } from "../core/found";

const ranks: readonly Severity[] = ["error", "warning", "information", "hint"];

export interface Chosen {
  /** The findings of a block that are taken; asked for each of the blocks once, in their order. */
  readonly takenIn: (index: number) => readonly Finding[];
  readonly leftOut: number;
}

/**
 * The most severe findings of a file, and of those that weigh the same the first.
 * @param limit how many may be taken, a note of what is left out among them; all where there is none
 */
export function choose(
  found: Found,
  severityOf: (code: Code) => Severity | "off",
  limit = Number.POSITIVE_INFINITY,
): Chosen {
  const counts = countsOf(found, severityOf);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (total <= limit) return { takenIn: (index) => found.findingsIn(index), leftOut: 0 };
  const room = roomFor(counts, limit - 1);
  const isTaken = ({ code }: { readonly code: Code }): boolean => {
    const severity = severityOf(code);
    const left = severity === "off" ? 0 : (room.get(severity) ?? 0);
    if (severity !== "off") room.set(severity, left - 1);
    return left > 0;
  };
  const hasRoom = (code: Code): boolean => (room.get(rankOf(severityOf(code))) ?? 0) > 0;
  return {
    // nobody makes the findings of a block of which none is taken
    takenIn: (index) => (found.some(index, hasRoom) ? found.findingsIn(index).filter(isTaken) : []),
    leftOut: total - Math.max(0, limit - 1),
  };
}

function rankOf(severity: Severity | "off"): Severity {
  return severity === "off" ? "hint" : severity;
}

function countsOf(found: Found, severityOf: (code: Code) => Severity | "off"): Map<Severity, number> {
  const counts = new Map<Severity, number>();
  for (const [code, count] of found.tally()) {
    const severity = severityOf(code);
    if (severity !== "off") counts.set(severity, (counts.get(severity) ?? 0) + count);
  }
  return counts;
}

function roomFor(counts: ReadonlyMap<Severity, number>, limit: number): Map<Severity, number> {
  let left = Math.max(0, limit);
  return new Map(
    ranks.map((severity) => {
      const own = Math.min(left, counts.get(severity) ?? 0);
      left -= own;
      return [severity, own];
    }),
  );
}
