/** Defers new findings on the line that is being typed. */
import type { MeetingDocument } from "../../core/analysis/meetingDocument";
import type { Finding } from "../../core/findings/finding";
import { type FindingsByBlock, withReplacements } from "../../core/findings/findingsByBlock";
import type { View } from "../shared/view";

/** The line that is being typed, and the findings shown on it before. */
export interface TypedLine {
  /** 0-based */
  readonly line: number;
  readonly shownBefore: readonly ShownFinding[];
}

/** The identity of a finding on its line. */
type ShownFinding = Pick<Finding, "code" | "message">;

/** @returns the findings so far without the deferred ones */
export function findingsToShow({ document }: View, typedLine?: TypedLine): FindingsByBlock {
  const findings = document.findingsByBlockSoFar();
  if (!typedLine) return findings;
  const typedBlock = document.blockIndexOfLine(typedLine.line);
  const ofBlock = findings.findingsIn(typedBlock);
  const deferred = deferredFindings(
    findingsOn(typedLine.line, typedBlock, ofBlock, document),
    typedLine.shownBefore,
  );
  return withReplacements(
    findings,
    new Map(deferred.size > 0 ? [[typedBlock, ofBlock.filter((finding) => !deferred.has(finding))]] : []),
  );
}

/**
 * The new findings of a line: for each code as many stay as were shown before, those with the same message
 * first.
 */
function deferredFindings(
  findings: readonly Finding[],
  shownBefore: readonly ShownFinding[],
): ReadonlySet<Finding> {
  const remaining = [...shownBefore];
  const takeMatch = (matches: (shown: ShownFinding) => boolean): boolean => {
    const at = remaining.findIndex(matches);
    return at >= 0 && remaining.splice(at, 1).length > 0;
  };
  const changed = findings.filter(
    ({ code, message }) => !takeMatch((shown) => shown.code === code && shown.message === message),
  );
  return new Set(changed.filter(({ code }) => !takeMatch((shown) => shown.code === code)));
}

/** The findings of a block on a 0-based line. */
function findingsOn(
  line: number,
  index: number,
  findings: readonly Finding[],
  document: MeetingDocument,
): readonly Finding[] {
  const start = document.startOfBlock(index);
  return findings.filter(
    ({ range }) =>
      document.lineColumnOf(start + range.start).line <= line &&
      line <= document.lineColumnOf(start + range.end).line,
  );
}
