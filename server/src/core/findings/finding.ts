import { singleLine } from "../text/displayText";
import type { Edit, Range } from "../text/range";
import type { Code } from "./codes";

/** A quick fix: edits that are applied together. Offsets have the same base as the finding. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** index of the block that the edits are relative to, if it is not the finding's own */
  readonly blockIndex?: number;
  /** the most likely fix; at most one per finding */
  readonly preferred?: boolean;
  /** may be applied without confirmation, by fix-all and `wlcg-notes fix` */
  readonly safe?: boolean;
  /** themes for an untagged item that are confident enough for bulk tagging */
  readonly tag?: { readonly themes: readonly string[]; readonly matchedTerms: string };
}

/** A problem that a rule reports. `fixes` is called only when the fixes are shown or applied. */
export interface Finding {
  readonly code: Code;
  readonly range: Range;
  readonly message: string;
  readonly fixes?: () => readonly Fix[];
  /** something is missing that the user may be about to type: an editor reports it once the item is left */
  readonly isIncomplete?: true;
  /** a related location that explains the finding; offsets have the same base */
  readonly related?: Related;
  /** the slip that it reports: items that follow each other with the same one have one finding */
  readonly slip?: string;
  /** true if it is about tabs or look-alike characters: items close to each other have one finding for all of them */
  readonly isAboutCharacters?: true;
}

interface Related {
  readonly range: Range;
  readonly message: string;
  /** index of the block that the range is relative to, if it is not the finding's own */
  readonly blockIndex?: number;
}

/** The finding with single-line messages without control characters, for any quoted text. */
export function withSingleLineMessages(finding: Finding): Finding {
  const message = singleLine(finding.message);
  const { related } = finding;
  const relatedMessage = related && singleLine(related.message);
  if (message === finding.message && relatedMessage === related?.message) return finding;
  return { ...finding, message, ...(related && { related: { ...related, message: relatedMessage ?? "" } }) };
}

/** The same finding with its range and fixes shifted by `delta` UTF-16 units. */
export function shiftFinding(finding: Finding, delta: number): Finding {
  if (delta === 0) return finding;
  const { fixes, related } = finding;
  return {
    ...finding,
    range: shift(finding.range, delta),
    ...(fixes && {
      fixes: () =>
        fixes().map((fix) =>
          fix.blockIndex === undefined ? { ...fix, edits: fix.edits.map((edit) => shift(edit, delta)) } : fix,
        ),
    }),
    ...(related && {
      related:
        related.blockIndex === undefined ? { ...related, range: shift(related.range, delta) } : related,
    }),
  };
}

function shift<T extends Range>(range: T, delta: number): T {
  return { ...range, start: range.start + delta, end: range.end + delta };
}

export function compareByRange(left: Finding, right: Finding): number {
  return left.range.start - right.range.start || left.range.end - right.range.end;
}
