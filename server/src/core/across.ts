/** What is found by looking across the items of a file. */
import type { Code } from "./finding";
import { count, type Tally } from "./found";
import type { KeptBlock } from "./keptBlock";
import type { Range } from "./range";
import { acrossRules } from "./rules/index";
import type { Summary } from "./summary";

/** What is known of one item, and the index of the block it stands in, which its ranges are relative to. */
export interface PlacedSummary {
  readonly index: number;
  readonly summary: Summary;
}

/** A finding in one block that hangs on another; each range is relative to its own block. */
export interface AcrossFinding {
  readonly code: Code;
  readonly index: number;
  readonly range: Range;
  /** its words, made when somebody wants to read them */
  readonly message: () => string;
  readonly related: { readonly index: number; readonly range: Range; readonly message: () => string };
}

/** Looks at all items, in the file's order. */
export type AcrossRule = (items: readonly PlacedSummary[]) => readonly AcrossFinding[];

export interface Across {
  /** the blocks in which there is something, ascending */
  readonly indices: readonly number[];
  readonly tally: Tally;
  readonly in: ReadonlyMap<number, readonly AcrossFinding[]>;
}

export function lookAcross(kept: readonly KeptBlock[]): Across {
  const items = itemsOf(kept);
  const tally = new Map<Code, number>();
  const found = new Map<number, AcrossFinding[]>();
  for (const rule of acrossRules) {
    const findings = rule(items);
    count(tally, findings, 1);
    for (const finding of findings) {
      const own = found.get(finding.index);
      if (own) own.push(finding);
      else found.set(finding.index, [finding]);
    }
  }
  return { indices: [...found.keys()].sort((a, b) => a - b), tally, in: found };
}

function itemsOf(kept: readonly KeptBlock[]): readonly PlacedSummary[] {
  const items: PlacedSummary[] = [];
  for (let index = 0; index < kept.length; index++)
    for (const summary of kept[index]?.summaries ?? [])
      if (summary.kind !== "meeting") items.push({ index, summary });
  return items;
}

/** True where nothing that looks across items can tell the blocks apart. */
export function looksTheSame(left: KeptBlock, right: KeptBlock): boolean {
  const [before, after] = [left.summaries, right.summaries];
  return before.length === after.length && before.every((one, at) => isSame(one, after[at]));
}

function isSame(left: Summary, right: Summary | undefined): boolean {
  return (
    left.kind === right?.kind &&
    left.title === right.title &&
    isSameRange(left.titleRange, right.titleRange) &&
    left.duration === right.duration &&
    left.start?.minute === right.start?.minute &&
    isSameRange(left.start?.range, right.start?.range)
  );
}

function isSameRange(left: Range | undefined, right: Range | undefined): boolean {
  return left?.start === right?.start && left?.end === right?.end;
}
