/** What is found by looking across the items of a file. */
import type { Census } from "./census";
import { type CodeSet, codeSet, Tally } from "./codeSet";
import type { Code, Finding } from "./finding";
import type { KeptBlock } from "./keptBlock";
import type { Range } from "./range";
import type { Summary } from "./summary";

/** What is known of one item, and where it stands; its ranges are relative to its block. */
export interface PlacedSummary {
  /** the index of its block */
  readonly index: number;
  /** which of the block's it is */
  readonly at: number;
  readonly summary: Summary;
}

/** A finding in one item that hangs on another one. */
export interface AcrossFinding {
  readonly code: Code;
  readonly own: PlacedSummary;
  readonly other: PlacedSummary;
  /** its words and places, made of both items as they are when somebody wants to read them */
  readonly tell: (own: Summary, other: Summary) => TwoPlaces;
}

/** Ranges are relative to the block of the item they stand in. */
interface TwoPlaces {
  readonly message: string;
  readonly range: Range;
  readonly related: { readonly message: string; readonly range: Range };
}

export interface AcrossRule {
  /** True where the rule cannot tell an item from what it was before. */
  readonly seesNoChange: (before: Summary, after: Summary) => boolean;
  /** Looks at all items, in the file's order; at none where the census tells that there is nothing. */
  readonly find: (items: () => readonly PlacedSummary[], census: Census) => readonly AcrossFinding[];
}

/** What one rule found. */
export interface Across {
  readonly tally: Tally;
  /** the blocks in which there is something, ascending */
  readonly indices: readonly number[];
  /** by the index of the block */
  readonly in: ReadonlyMap<number, readonly AcrossFinding[]>;
  /** by the index of the block what was told last of it */
  readonly told: Map<number, Told>;
  readonly codes: ArrayLike<CodeSet>;
}

/** All findings of a block, made of what it says by itself and of what is found across. */
export interface Told {
  /** the block's own, or what else was to be told of it by itself */
  readonly own: readonly Finding[];
  /** the blocks that the words were made of */
  readonly blocks: readonly (KeptBlock | undefined)[];
  readonly all: readonly Finding[];
}

/** @param blocks how many there are */
export function lookAcross(
  rule: AcrossRule,
  items: () => readonly PlacedSummary[],
  census: Census,
  blocks: number,
): Across {
  const all = rule.find(items, census);
  const found = new Map<number, AcrossFinding[]>();
  for (const finding of all) {
    const own = found.get(finding.own.index);
    if (own) own.push(finding);
    else found.set(finding.own.index, [finding]);
  }
  const codes = new Int32Array(blocks);
  for (const [index, own] of found) codes[index] = codeSet(own);
  const tally = new Tally();
  tally.add(all);
  return { tally, indices: [...found.keys()].sort((a, b) => a - b), in: found, told: new Map(), codes };
}

export function itemsOf(kept: readonly KeptBlock[]): readonly PlacedSummary[] {
  const items: PlacedSummary[] = [];
  for (let index = 0; index < kept.length; index++) {
    const summaries = kept[index]?.summaries ?? [];
    for (let at = 0; at < summaries.length; at++) {
      const summary = summaries[at];
      if (summary && summary.kind !== "meeting") items.push({ index, at, summary });
    }
  }
  return items;
}
