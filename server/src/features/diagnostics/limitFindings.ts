import { type CodeSet, codesWhere, haveCommon, Tally } from "../../core/findings/codeSet";
import { type Code, codes, type Severity } from "../../core/findings/codes";
import type { Finding } from "../../core/findings/finding";
import type { Found } from "../../core/findings/findingsByBlock";

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
  const total = ranks.reduce((sum, severity) => sum + counts[severity], 0);
  const shown = codesWhere((code) => severityOf(code) !== "off");
  if (total <= limit)
    return {
      takenIn: (index) => (haveCommon(found.codesIn(index), shown) ? found.findingsIn(index) : []),
      leftOut: 0,
    };
  const room = new Room(counts, limit - 1, severityOf);
  return {
    // nobody makes the findings of a block of which none is taken
    takenIn: (index) =>
      haveCommon(found.codesIn(index), room.codes) ? room.taken(found.findingsIn(index)) : [],
    leftOut: total - Math.max(0, limit - 1),
  };
}

type Counts = Record<Severity, number>;

function countsOf(found: Found, severityOf: (code: Code) => Severity | "off"): Counts {
  const tally = new Tally();
  found.count(tally);
  const counts: Counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const code of codes) {
    const severity = severityOf(code);
    if (severity !== "off") counts[severity] += tally.of(code);
  }
  return counts;
}

/** How many findings of each severity there is still room for. */
class Room {
  /** those of which one more may be taken */
  codes: CodeSet;
  readonly #left: Counts;
  readonly #severityOf: (code: Code) => Severity | "off";

  constructor(counts: Counts, limit: number, severityOf: (code: Code) => Severity | "off") {
    let left = Math.max(0, limit);
    const room = { ...counts };
    for (const severity of ranks) {
      room[severity] = Math.min(left, counts[severity]);
      left -= room[severity];
    }
    this.#left = room;
    this.#severityOf = severityOf;
    this.codes = this.#open();
  }

  /** The same list where all of it is taken. */
  taken(findings: readonly Finding[]): readonly Finding[] {
    const taken = findings.filter(({ code }) => this.take(code));
    return taken.length < findings.length ? taken : findings;
  }

  take(code: Code): boolean {
    const severity = this.#severityOf(code);
    if (severity === "off" || this.#left[severity] === 0) return false;
    if (--this.#left[severity] === 0) this.codes = this.#open();
    return true;
  }

  #open(): CodeSet {
    return codesWhere((code) => {
      const severity = this.#severityOf(code);
      return severity !== "off" && this.#left[severity] > 0;
    });
  }
}
