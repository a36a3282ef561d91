import type { Code, Finding, Severity } from "../core/finding";

const ranks: readonly Severity[] = ["error", "warning", "information", "hint"];

export interface Chosen {
  /** by block, as they were given where all of a block's are taken */
  readonly chosen: readonly (readonly Finding[])[];
  readonly leftOut: number;
}

/**
 * The most severe findings of a file, and of those that weigh the same the first.
 * @param all by block, in their order
 * @param limit how many may be taken, a note of what is left out among them; all where there is none
 */
export function choose(
  all: readonly (readonly Finding[])[],
  severityOf: (code: Code) => Severity | "off",
  limit = Number.POSITIVE_INFINITY,
): Chosen {
  const counts = countsOf(all, severityOf);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (total <= limit) return { chosen: all, leftOut: 0 };
  const room = roomFor(counts, limit - 1);
  const isTaken = ({ code }: Finding): boolean => {
    const severity = severityOf(code);
    if (severity === "off") return true;
    const left = room.get(severity) ?? 0;
    room.set(severity, left - 1);
    return left > 0;
  };
  const chosen = all.map((findings) => {
    const taken = findings.filter(isTaken);
    return taken.length < findings.length ? taken : findings;
  });
  return { chosen, leftOut: total - Math.max(0, limit - 1) };
}

function countsOf(
  all: readonly (readonly Finding[])[],
  severityOf: (code: Code) => Severity | "off",
): Map<Severity, number> {
  const counts = new Map<Severity, number>();
  for (const findings of all)
    for (const { code } of findings) {
      const severity = severityOf(code);
      if (severity !== "off") counts.set(severity, (counts.get(severity) ?? 0) + 1);
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
