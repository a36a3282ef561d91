import type { MeetingDocument } from "../../core/analysis/meetingDocument";
import type { Finding } from "../../core/findings/finding";
import { type Range, shiftRange } from "../../core/text/range";
import type { View } from "../shared/view";

/** The findings in the range; for an empty range those on the cursor's line, those at the cursor first. */
export function findingsAt(requested: Range, view: View): readonly Finding[] {
  const { start, end } = requestedLines(requested, view.document);
  return findingsNear(requested, findingsOfBlocks(start, end, view.document), view);
}

/** Those of some findings, with offsets of the file, that are in the range in the same sense. */
export function findingsNear(
  requested: Range,
  all: readonly Finding[],
  { document }: View,
): readonly Finding[] {
  const { start, end } = requestedLines(requested, document);
  const findings = all.filter(({ range }) => range.start <= end && start <= range.end);
  const isAtCursor = ({ range }: Finding): boolean =>
    range.start <= requested.start && requested.start <= range.end;
  return requested.start < requested.end
    ? findings
    : [...findings.filter(isAtCursor), ...findings.filter((finding) => !isAtCursor(finding))];
}

/** The range itself; for an empty range the line of the cursor. */
function requestedLines(requested: Range, document: MeetingDocument): Range {
  return requested.start === requested.end ? document.lineAt(requested.start) : requested;
}

function findingsOfBlocks(start: number, end: number, document: MeetingDocument): readonly Finding[] {
  const findingsByBlock = document.findingsByBlock();
  const findings: Finding[] = [];
  // a finding may end where a block does
  for (
    let index = Math.max(0, document.blockIndexAt(start) - 1);
    index <= document.blockIndexAt(end);
    index++
  )
    findings.push(
      ...findingsByBlock.findingsIn(index).map((finding) => document.withFileOffsets(finding, index)),
    );
  return findings;
}

/** The findings on `themes: []` of items whose title is on the line of the range; empty for several lines. */
export function untaggedUnderTitle(requested: Range, { document }: View): readonly Finding[] {
  const { start, end } = requestedLines(requested, document);
  if (end > document.lineAt(start).end) return [];
  const untagged = findingsOfBlocks(start, end, document).filter(({ code }) => code === "untagged-item");
  return untagged.filter(({ range }) => {
    const unit = document.placedUnitAt(range.start);
    const title = unit && shiftRange(unit.summary.titleRange, unit.start);
    return title !== undefined && title.start <= end && start <= title.end;
  });
}
