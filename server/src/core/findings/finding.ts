import { singleLine } from "../text/displayText";
import type { Edit, Range } from "../text/range";
import type { Code } from "./codes";

/** A cure: edits that belong together. Offsets share the finding's base. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** the one a reader would take; at most one a finding */
  readonly preferred?: boolean;
  /** may be applied unasked: by fix-all and `wlcg-notes fix` */
  readonly safe?: boolean;
  /** a theme for an untagged item, convincing enough to be taken for many items at once */
  readonly tag?: { readonly themes: readonly string[]; readonly because: string };
}

/** What a rule found. `fixes` is asked only when somebody wants to see the cures. */
export interface Finding {
  readonly code: Code;
  readonly range: Range;
  readonly message: string;
  readonly fixes?: () => readonly Fix[];
  /** another place that explains this one, in the same base */
  readonly related?: Related;
}

interface Related {
  readonly range: Range;
  readonly message: string;
  /** the block that the range is relative to, where it is not the finding's own */
  readonly index?: number;
}

/** The same finding, its messages on one line each and without control characters, whatever text they quote. */
export function withPlainMessages(finding: Finding): Finding {
  const message = singleLine(finding.message);
  const { related } = finding;
  const other = related && singleLine(related.message);
  if (message === finding.message && other === related?.message) return finding;
  return { ...finding, message, ...(related && { related: { ...related, message: other ?? "" } }) };
}

/** The same finding, and its cures, `by` offsets further on. */
export function shiftFinding(finding: Finding, by: number): Finding {
  if (by === 0) return finding;
  const { fixes, related } = finding;
  return {
    ...finding,
    range: move(finding.range, by),
    ...(fixes && {
      fixes: () => fixes().map((fix) => ({ ...fix, edits: fix.edits.map((edit) => move(edit, by)) })),
    }),
    ...(related && {
      related: related.index === undefined ? { ...related, range: move(related.range, by) } : related,
    }),
  };
}

function move<T extends Range>(range: T, by: number): T {
  return { ...range, start: range.start + by, end: range.end + by };
}

export function byPlace(left: Finding, right: Finding): number {
  return left.range.start - right.range.start || left.range.end - right.range.end;
}
