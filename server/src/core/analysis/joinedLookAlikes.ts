/** Joins the findings of look-alike characters in blocks that follow each other: a pasted agenda has one finding. */
import type { BlockDocument } from "../document/blockDocument";
import { codesWhere, intersects } from "../findings/codeSet";
import { type Finding, type Fix, shiftFinding } from "../findings/finding";
import type { FindingsByBlock } from "../findings/findingsByBlock";

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
      .flatMap((run) => joinRun(run, document, findings)),
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

function joinRun(
  run: readonly number[],
  document: BlockDocument,
  findings: FindingsByBlock,
): readonly (readonly [number, readonly Finding[]])[] {
  const start = document.startOfBlock(run[0] ?? 0);
  const lookAlikes = run.flatMap((index) =>
    findings
      .findingsIn(index)
      .filter(isLookAlike)
      .map((finding) => shiftFinding(finding, document.startOfBlock(index) - start)),
  );
  return run.map((index, at) => {
    const others = findings.findingsIn(index).filter((finding) => !isLookAlike(finding));
    return [index, at === 0 ? [...joined(lookAlikes), ...others] : others];
  });
}

function isLookAlike({ isAboutCharacters }: Finding): boolean {
  return isAboutCharacters === true;
}

function joined(lookAlikes: readonly Finding[]): readonly Finding[] {
  const [first] = lookAlikes;
  return first
    ? [{ ...first, fixes: () => joinedFixes(lookAlikes.flatMap(({ fixes }) => fixes?.() ?? [])) }]
    : [];
}

function joinedFixes(fixes: readonly Fix[]): readonly Fix[] {
  const [first] = fixes;
  if (!first) return [];
  const isOneKind = fixes.every(({ title }) => title === first.title);
  return [
    {
      title: isOneKind ? first.title : "Replace the look-alike characters",
      edits: fixes.flatMap(({ edits }) => edits),
      preferred: true,
      safe: fixes.every(({ safe }) => safe === true),
    },
  ];
}
