/** Joins the findings of look-alike characters in blocks that follow each other: a pasted agenda has one finding. */
import type { BlockDocument } from "../document/blockDocument";
import { codesWhere, intersects } from "../findings/codeSet";
import type { Finding } from "../findings/finding";
import type { FindingsByBlock } from "../findings/findingsByBlock";
import { joinedFixes, joinRun } from "./joinedFindings";

const lookAlikeCodes = codesWhere((code) => code === "look-alike-character" || code === "yaml-syntax");

/** Maximum number of blocks without such a finding between two that are joined. */
const maxBlocksBetween = 3;

/** @returns the findings of the blocks concerned; those of the first block of each run include the joined finding */
export function joinedLookAlikes(
  document: BlockDocument,
  findings: FindingsByBlock,
): ReadonlyMap<number, readonly Finding[]> {
  const indices = findings.blockIndices.filter(
    (index) =>
      intersects(findings.codesIn(index), lookAlikeCodes) && findings.findingsIn(index).some(isLookAlike),
  );
  return new Map(
    runsOf(indices)
      .filter((run) => run.length > 1)
      .flatMap((run) => joinRun(run, document, findings, { isJoined: isLookAlike, join: joined })),
  );
}

/** Groups ascending indices that are close to each other. */
function runsOf(indices: readonly number[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  for (const index of indices) {
    const run = runs.at(-1);
    if (run && index - (run.at(-1) ?? index) <= maxBlocksBetween + 1) run.push(index);
    else runs.push([index]);
  }
  return runs;
}

function isLookAlike({ isAboutCharacters }: Finding): boolean {
  return isAboutCharacters === true;
}

function joined(lookAlikes: readonly Finding[]): readonly Finding[] {
  const [first] = lookAlikes;
  const fixes = () =>
    joinedFixes(
      lookAlikes.flatMap((finding) => finding.fixes?.() ?? []),
      "Replace the look-alike characters",
    );
  return first ? [{ ...first, fixes }] : [];
}
