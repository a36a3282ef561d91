/** Joins findings of several blocks to one finding in the first of them. */
import type { BlockDocument } from "../document/blockDocument";
import { type Finding, type Fix, shiftFinding } from "../findings/finding";
import type { FindingsByBlock } from "../findings/findingsByBlock";

/** Which findings are joined, and how. */
export interface Joining {
  readonly isJoined: (finding: Finding) => boolean;
  /** The finding for all; its ranges are relative to the first block, like those of `findings`. */
  readonly join: (findings: readonly Finding[]) => readonly Finding[];
}

/**
 * @param run indices of the blocks, ascending
 * @returns by block index: the other findings of each block, in the first one after the joined finding
 */
export function joinRun(
  run: readonly number[],
  document: BlockDocument,
  findings: FindingsByBlock,
  { isJoined, join }: Joining,
): readonly (readonly [number, readonly Finding[]])[] {
  const start = document.startOfBlock(run[0] ?? 0);
  const joined = run.flatMap((index) =>
    findings
      .findingsIn(index)
      .filter(isJoined)
      .map((finding) => shiftFinding(finding, document.startOfBlock(index) - start)),
  );
  return run.map((index, at) => {
    const others = findings.findingsIn(index).filter((finding) => !isJoined(finding));
    return [index, at === 0 ? [...join(joined), ...others] : others];
  });
}

/** @param title for fixes that have different titles */
export function joinedFixes(fixes: readonly Fix[], title: string): readonly Fix[] {
  const [first] = fixes;
  if (!first) return [];
  const isOneKind = fixes.every((fix) => fix.title === first.title);
  return [
    {
      title: isOneKind ? first.title : title,
      edits: fixes.flatMap(({ edits }) => edits),
      preferred: true,
      safe: fixes.every(({ safe }) => safe === true),
    },
  ];
}
