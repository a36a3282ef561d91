import { type CodeSet, codesWhere, intersects, Tally } from "../../core/findings/codeSet";
import { type Code, codes, type Severity } from "../../core/findings/codes";
import type { Finding } from "../../core/findings/finding";
import type { FindingsByBlock } from "../../core/findings/findingsByBlock";

const severitiesByRank: readonly Severity[] = ["error", "warning", "information", "hint"];

export interface LimitedFindings {
  /** The findings of a block within the limit; call once for each block, in order. */
  readonly findingsIn: (index: number) => readonly Finding[];
  readonly omittedCount: number;
}

/**
 * Limits the findings of a file: the most severe ones first, then in file order.
 * @param limit maximum number, including a note about the omitted ones
 */
export function limitFindings(
  findings: FindingsByBlock,
  severityOf: (code: Code) => Severity | "off",
  limit = Number.POSITIVE_INFINITY,
): LimitedFindings {
  const counts = countsOf(findings, severityOf);
  const total = severitiesByRank.reduce((sum, severity) => sum + counts[severity], 0);
  const enabledCodes = codesWhere((code) => severityOf(code) !== "off");
  if (total <= limit)
    return {
      findingsIn: (index) =>
        intersects(findings.codesIn(index), enabledCodes) ? findings.findingsIn(index) : [],
      omittedCount: 0,
    };
  const quota = new SeverityQuota(counts, limit - 1, severityOf);
  return {
    // skips building the findings of blocks without a free slot
    findingsIn: (index) =>
      intersects(findings.codesIn(index), quota.openCodes)
        ? quota.takeFindings(findings.findingsIn(index))
        : [],
    omittedCount: total - Math.max(0, limit - 1),
  };
}

type CountsBySeverity = Record<Severity, number>;

function countsOf(findings: FindingsByBlock, severityOf: (code: Code) => Severity | "off"): CountsBySeverity {
  const tally = new Tally();
  findings.count(tally);
  const counts: CountsBySeverity = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const code of codes) {
    const severity = severityOf(code);
    if (severity !== "off") counts[severity] += tally.countOf(code);
  }
  return counts;
}

/** The remaining number of findings by severity. */
class SeverityQuota {
  /** codes whose severity has free slots */
  openCodes: CodeSet;
  readonly #remaining: CountsBySeverity;
  readonly #severityOf: (code: Code) => Severity | "off";

  constructor(counts: CountsBySeverity, limit: number, severityOf: (code: Code) => Severity | "off") {
    let remaining = Math.max(0, limit);
    const quota = { ...counts };
    for (const severity of severitiesByRank) {
      quota[severity] = Math.min(remaining, counts[severity]);
      remaining -= quota[severity];
    }
    this.#remaining = quota;
    this.#severityOf = severityOf;
    this.openCodes = this.#codesWithRoom();
  }

  /** The findings within the quota; the same list if all are. */
  takeFindings(findings: readonly Finding[]): readonly Finding[] {
    const accepted = findings.filter(({ code }) => this.tryTake(code));
    return accepted.length < findings.length ? accepted : findings;
  }

  tryTake(code: Code): boolean {
    const severity = this.#severityOf(code);
    if (severity === "off" || this.#remaining[severity] === 0) return false;
    if (--this.#remaining[severity] === 0) this.openCodes = this.#codesWithRoom();
    return true;
  }

  #codesWithRoom(): CodeSet {
    return codesWhere((code) => {
      const severity = this.#severityOf(code);
      return severity !== "off" && this.#remaining[severity] > 0;
    });
  }
}
