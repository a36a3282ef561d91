/** Defers new findings on the line that is being typed, and those about what its item still lacks. */
import type { MeetingDocument } from "../../core/analysis/meetingDocument";
import type { Finding } from "../../core/findings/finding";
import { type FindingsByBlock, withReplacements } from "../../core/findings/findingsByBlock";
import type { View } from "../shared/view";
import { type ItemPlace, itemPlaceAt } from "./itemPlace";

/** What the user types: the line until the cursor leaves it, the item until the cursor leaves it. */
export interface TypedPart {
  readonly line?: TypedLine | undefined;
  readonly item?: TypedLine | undefined;
}

/** A line of the text that is being typed, and the findings shown on it, or in its item, before. */
export interface TypedLine {
  /** 0-based */
  readonly line: number;
  readonly shownBefore: readonly ShownFinding[];
}

/** The identity of a finding on its line. */
type ShownFinding = Pick<Finding, "code" | "message">;

/** @returns the findings so far without the deferred ones */
export function findingsToShow({ document }: View, { line, item }: TypedPart = {}): FindingsByBlock {
  const findings = document.findingsByBlockSoFar();
  const typedLine = line ?? item;
  if (!typedLine) return findings;
  const typedBlock = document.blockIndexOfLine(typedLine.line);
  const ofBlock = findings.findingsIn(typedBlock);
  if (ofBlock.length === 0) return findings;
  const deferred = new Set([
    ...(line ? newFindings(findingsOn(line.line, typedBlock, ofBlock, document), line.shownBefore) : []),
    ...(item ? newFindings(incompleteIn(itemPlaceAt(document, item.line), ofBlock), item.shownBefore) : []),
  ]);
  return withReplacements(
    findings,
    new Map(deferred.size > 0 ? [[typedBlock, ofBlock.filter((finding) => !deferred.has(finding))]] : []),
  );
}

/** The findings of the place's block about something that the item lacks. */
export function incompleteIn(place: ItemPlace | undefined, ofBlock: readonly Finding[]): readonly Finding[] {
  if (!place) return [];
  const { start, end } = place.range;
  return ofBlock.filter(
    ({ isIncomplete, range }) => isIncomplete && start <= range.start && range.end <= end,
  );
}

/** The new findings: for each code as many stay as were shown before, those with the same message first. */
function newFindings(findings: readonly Finding[], shownBefore: readonly ShownFinding[]): readonly Finding[] {
  const remaining = [...shownBefore];
  const takeMatch = (matches: (shown: ShownFinding) => boolean): boolean => {
    const at = remaining.findIndex(matches);
    return at >= 0 && remaining.splice(at, 1).length > 0;
  };
  const changed = findings.filter(
    ({ code, message }) => !takeMatch((shown) => shown.code === code && shown.message === message),
  );
  return changed.filter(({ code }) => !takeMatch((shown) => shown.code === code));
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
