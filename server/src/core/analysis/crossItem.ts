/** Runs the cross-item rules and describes their findings. */

import type { Block } from "../document/block";
import type { NameCounts } from "../document/nameCounts";
import { type CodeSet, codeSet, Tally } from "../findings/codeSet";
import type { Finding } from "../findings/finding";
import type { CrossItemFinding, CrossItemRule, PlacedSummary } from "../rules/shared/rule";

/** The findings of one cross-item rule. */
export interface CrossItemResult {
  readonly tally: Tally;
  /** indices of the blocks with findings, ascending */
  readonly blockIndices: readonly number[];
  /** by block index */
  readonly findingsByBlock: ReadonlyMap<number, readonly CrossItemFinding[]>;
  /**
   * by block index: the merged findings that were returned last, reused while their source blocks are
   * unchanged
   */
  readonly mergedByBlock: Map<number, MergedFindings>;
  readonly codesByBlock: ArrayLike<CodeSet>;
}

/** All findings of a block: its own and the cross-item findings. */
export interface MergedFindings {
  /** the findings of the block before the cross-item findings are merged in */
  readonly blockFindings: readonly Finding[];
  /** the two blocks of each cross-item finding, in order: the item's own block, then the other item's */
  readonly sourceBlocks: readonly (Block | undefined)[];
  readonly findings: readonly Finding[];
}

/** @param blockCount how many there are */
export function runCrossItemRule(
  rule: CrossItemRule,
  items: () => readonly PlacedSummary[],
  nameCounts: NameCounts,
  blockCount: number,
): CrossItemResult {
  const findings = rule.find(items, nameCounts);
  const byBlock = new Map<number, CrossItemFinding[]>();
  for (const finding of findings) {
    const ofBlock = byBlock.get(finding.item.blockIndex);
    if (ofBlock) ofBlock.push(finding);
    else byBlock.set(finding.item.blockIndex, [finding]);
  }
  const codes = new Int32Array(blockCount);
  for (const [index, ofBlock] of byBlock) codes[index] = codeSet(ofBlock);
  const tally = new Tally();
  tally.add(findings);
  return {
    tally,
    blockIndices: [...byBlock.keys()].sort((a, b) => a - b),
    findingsByBlock: byBlock,
    mergedByBlock: new Map(),
    codesByBlock: codes,
  };
}

export function placedSummariesOf(blocks: readonly Block[]): readonly PlacedSummary[] {
  const items: PlacedSummary[] = [];
  for (let blockIndex = 0; blockIndex < blocks.length; blockIndex++) {
    const summaries = blocks[blockIndex]?.summaries ?? [];
    for (let indexInBlock = 0; indexInBlock < summaries.length; indexInBlock++) {
      const summary = summaries[indexInBlock];
      if (summary) items.push({ blockIndex, indexInBlock, summary });
    }
  }
  return items;
}
