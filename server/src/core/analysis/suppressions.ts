/** Applies suppression comments such as `# wlcg-notes-disable-next-line untagged-item`. */

import type { BlockDocument } from "../document/blockDocument";
import type { Finding } from "../findings/finding";
import type { FindingsByBlock } from "../findings/findingsByBlock";
import { BlockSuppressions, FileSuppressions } from "./suppressionLookup";
import { type ScopedSuppression, scopedSuppressions } from "./suppressionScope";
import { unusedSuppressions } from "./unusedSuppressions";

/**
 * @param findingsByBlock all findings of the file
 * @returns the remaining findings and the unused suppressions of each block in which these differ from
 *   `findingsByBlock`, by the block's index; blocks that are not read yet count as empty
 */
export function remainingFindings(
  document: BlockDocument,
  findingsByBlock: FindingsByBlock,
): ReadonlyMap<number, readonly Finding[]> {
  const scoped = scopedSuppressions(document);
  if (scoped.length === 0) return new Map();
  const remaining = withoutSuppressed(scoped, document, findingsByBlock);
  for (const [index, unusedSuppression] of unusedSuppressions(scoped, document))
    remaining.set(index, [
      ...(remaining.get(index) ?? findingsByBlock.findingsIn(index)),
      ...unusedSuppression,
    ]);
  return remaining;
}

/** @returns those of some findings that no comment suppresses; their ranges have offsets of the file */
export function unsuppressed<F extends Pick<Finding, "code" | "range">>(
  document: BlockDocument,
  findings: readonly F[],
): readonly F[] {
  const scoped = scopedSuppressions(document);
  if (scoped.length === 0) return findings;
  const inFile = new FileSuppressions(scoped);
  const inBlocks = BlockSuppressions.byBlock(scoped, document);
  return findings.filter(({ code, range: { start } }) => {
    const index = document.blockIndexAt(start);
    const isSuppressedHere = inBlocks.get(index)?.suppresses(code, start - document.startOfBlock(index));
    return !inFile.suppresses(code) && !isSuppressedHere;
  });
}

/** The remaining findings of each block in which some are suppressed. */
function withoutSuppressed(
  scoped: readonly ScopedSuppression[],
  document: BlockDocument,
  findingsByBlock: FindingsByBlock,
): Map<number, readonly Finding[]> {
  const inFile = new FileSuppressions(scoped);
  const inBlocks = BlockSuppressions.byBlock(scoped, document);
  const remaining = new Map<number, readonly Finding[]>();
  for (const index of inFile.isEmpty ? inBlocks.keys() : findingsByBlock.blockIndices) {
    const findings = findingsByBlock.findingsIn(index);
    const inBlock = inBlocks.get(index);
    const remainingInBlock = findings.filter(({ code, range }) => {
      // both are evaluated, so that both count as used
      const isSuppressedHere = inBlock?.suppresses(code, range.start) ?? false;
      return !inFile.suppresses(code) && !isSuppressedHere;
    });
    if (remainingInBlock.length < findings.length) remaining.set(index, remainingInBlock);
  }
  return remaining;
}
