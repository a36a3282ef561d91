/** Collects the unsuppressed findings of a file: those of each block, cross-item findings and those of its root. */

import type { Block } from "../document/block";
import type { BlockDocument } from "../document/blockDocument";
import { blockFlag } from "../document/blockList";
import type { ItemSummary } from "../document/itemSummary";
import { compareByRange, type Finding, shiftFinding, withSingleLineMessages } from "../findings/finding";
import { type FindingsByBlock, mergedIndices, withReplacements } from "../findings/findingsByBlock";
import { fileRules } from "../rules/index";
import type { CrossItemFinding, PlacedSummary } from "../rules/shared/rule";
import type { CrossItemResult, MergedFindings } from "./crossItem";
import { withoutDashedKeys } from "./dashedKeys";
import { joinedLookAlikes } from "./joinedLookAlikes";
import type { Knowledge } from "./knowledge";
import { withoutRepeatedFindings } from "./repeatedFindings";
import { withoutRepeatedSlips } from "./repeatedSlips";
import { remainingFindings } from "./suppressions";

/** @returns all findings that are not suppressed */
export function collectFindings(
  document: BlockDocument,
  knowledge: Knowledge,
  crossItemResults: readonly CrossItemResult[],
): FindingsByBlock {
  const exclusive = fileFindings(document, knowledge, true);
  const unsuppressed =
    exclusive.size > 0 ? findingsFromMap(exclusive) : mergedFindings(document, knowledge, crossItemResults);
  return withoutSuppressed(document, unsuppressed);
}

/** @returns the unsuppressed findings of the blocks read so far, without cross-item findings */
export function collectFindingsSoFar(document: BlockDocument): FindingsByBlock {
  return withoutSuppressed(
    document,
    blockFindings(document, document.blockList.indicesWithSoFar(blockFlag.findings)),
  );
}

function findingsFromMap(findings: ReadonlyMap<number, readonly Finding[]>): FindingsByBlock {
  return withReplacements(
    { blockIndices: [], count: () => {}, codesIn: () => 0, findingsIn: () => [] },
    findings,
  );
}

function blockFindings({ blockList }: BlockDocument, indices: readonly number[]): FindingsByBlock {
  const findingsOf = (index: number): readonly Finding[] => blockList.blocks[index]?.findings ?? [];
  return {
    blockIndices: indices,
    count: (tally) => {
      for (const index of indices) tally.addSet(blockList.codesIn(index), () => findingsOf(index));
    },
    codesIn: (index) => blockList.codesIn(index),
    findingsIn: findingsOf,
  };
}

function mergedFindings(
  document: BlockDocument,
  knowledge: Knowledge,
  crossItemResults: readonly CrossItemResult[],
): FindingsByBlock {
  const separateFindings = blockFindings(document, document.blockList.indicesWith(blockFlag.findings));
  const withoutDashes = withReplacements(separateFindings, withoutDashedKeys(document, separateFindings));
  const withoutRepeated = withReplacements(withoutDashes, withoutRepeatedSlips(document));
  const withoutJoined = withReplacements(withoutRepeated, withoutRepeatedFindings(document, withoutRepeated));
  const blockLevelFindings = withReplacements(withoutJoined, joinedLookAlikes(document, withoutJoined));
  const fileLevelFindings = fileFindings(document, knowledge, false);
  const withFile = withReplacements(
    blockLevelFindings,
    new Map(
      [...fileLevelFindings].map(([index, findings]) => [
        index,
        [...blockLevelFindings.findingsIn(index), ...findings].sort(compareByRange),
      ]),
    ),
  );
  return crossItemResults.reduce(
    (findings, result) => withCrossItemFindings(findings, result, document),
    withFile,
  );
}

function withCrossItemFindings(
  findings: FindingsByBlock,
  result: CrossItemResult,
  document: BlockDocument,
): FindingsByBlock {
  if (result.blockIndices.length === 0) return findings;
  return {
    blockIndices: mergedIndices(findings.blockIndices, result.blockIndices),
    count: (tally) => {
      findings.count(tally);
      tally.addAll(result.tally);
    },
    codesIn: (index) => findings.codesIn(index) | (result.codesByBlock[index] ?? 0),
    findingsIn: (index) => {
      const crossItemFindings = result.findingsByBlock.get(index);
      if (!crossItemFindings) return findings.findingsIn(index);
      const mergedInBlock = mergeWithCrossItem(
        findings.findingsIn(index),
        crossItemFindings,
        document,
        result.mergedByBlock.get(index),
      );
      result.mergedByBlock.set(index, mergedInBlock);
      return mergedInBlock.findings;
    },
  };
}

/**
 * Merges the block's own and cross-item findings; returns the previous object if none of its source blocks
 * changed.
 */
function mergeWithCrossItem(
  ownFindings: readonly Finding[],
  crossItemFindings: readonly CrossItemFinding[],
  { blockList: { blocks } }: BlockDocument,
  previous: MergedFindings | undefined,
): MergedFindings {
  const sourceBlocks = crossItemFindings.flatMap(({ item, otherItem }) => [
    blocks[item.blockIndex],
    blocks[otherItem.blockIndex],
  ]);
  if (
    previous?.blockFindings === ownFindings &&
    previous.sourceBlocks.every((block, at) => block === sourceBlocks[at])
  )
    return previous;
  const described = crossItemFindings.map((crossItemFinding) => toFinding(crossItemFinding, blocks));
  return {
    blockFindings: ownFindings,
    sourceBlocks,
    findings: [...ownFindings, ...described].sort(compareByRange),
  };
}

function toFinding({ code, item, otherItem, describe }: CrossItemFinding, blocks: readonly Block[]): Finding {
  const currentSummary = ({ blockIndex, indexInBlock, summary }: PlacedSummary): ItemSummary =>
    blocks[blockIndex]?.summaries[indexInBlock] ?? summary;
  const { message, range, related, fixes } = describe(currentSummary(item), currentSummary(otherItem));
  const textOf = ({ blockIndex }: PlacedSummary): string => blocks[blockIndex]?.text ?? "";
  const { blockIndex } = otherItem;
  return withSingleLineMessages({
    code,
    message,
    range,
    related: { ...related, blockIndex },
    ...(fixes && {
      fixes: () =>
        fixes({ item: textOf(item), otherItem: textOf(otherItem) }).map(({ isInOtherItem, ...fix }) =>
          isInOtherItem ? { ...fix, blockIndex } : fix,
        ),
    }),
  });
}

function withoutSuppressed(document: BlockDocument, findings: FindingsByBlock): FindingsByBlock {
  const remaining = remainingFindings(document, findings);
  return withReplacements(
    findings,
    new Map([...remaining].map(([index, findings]) => [index, [...findings].sort(compareByRange)])),
  );
}

/** The findings of the file rules by block index. */
function fileFindings(
  document: BlockDocument,
  knowledge: Knowledge,
  isExclusive: boolean,
): ReadonlyMap<number, readonly Finding[]> {
  const rules = fileRules.filter((rule) => (rule.isExclusive ?? false) === isExclusive);
  return groupByBlock(
    rules.flatMap((rule) => rule.check(document, knowledge)),
    document,
  );
}

function groupByBlock(findings: readonly Finding[], document: BlockDocument): ReadonlyMap<number, Finding[]> {
  const byIndex = new Map<number, Finding[]>();
  for (const finding of findings) {
    const index = document.blockIndexAt(finding.range.start);
    const inBlock = withSingleLineMessages(shiftFinding(finding, -document.startOfBlock(index)));
    byIndex.set(index, [...(byIndex.get(index) ?? []), inBlock]);
  }
  return byIndex;
}
