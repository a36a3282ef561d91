/** Items that follow each other with the same slip in their keys, `Title:` in a pasted agenda: one finding for all. */
import type { Block } from "../document/block";
import type { BlockDocument } from "../document/blockDocument";
import { codesWhere, intersects } from "../findings/codeSet";
import type { Finding, Fix } from "../findings/finding";
import type { FindingsByBlock } from "../findings/findingsByBlock";
import { joinedFixes, joinRun } from "./joinedFindings";

const slipCodes = codesWhere((code) => code === "unknown-key" || code === "wrong-type");

/** Number of items from which on they have one finding; two may have separate slips. */
const minItems = 3;
/** Maximum number of items with one finding. */
const maxItems = 100;

/** @returns the findings of the blocks concerned; those of the first block of each run include the joined finding */
export function withoutRepeatedFindings(
  document: BlockDocument,
  findings: FindingsByBlock,
): ReadonlyMap<number, readonly Finding[]> {
  const { blocks } = document.blockList;
  const runs: number[][] = [];
  let slips: ReadonlySet<string> = new Set();
  for (const index of findings.blockIndices) {
    if (!intersects(findings.codesIn(index), slipCodes)) continue;
    const own = slipsIn(blocks[index], findings.findingsIn(index));
    const run = runs.at(-1);
    const isSame = [...own].some((slip) => slips.has(slip));
    if (run && isSame && run.at(-1) === index - 1 && run.length < maxItems) run.push(index);
    else if (own.size > 0) runs.push([index]);
    slips = own;
  }
  return new Map(
    runs
      .filter((run) => run.length >= minItems)
      .flatMap((run) =>
        joinRun(run, document, findings, {
          isJoined: ({ slip }) => slip !== undefined,
          join: (repeated) => joined(repeated, run.length),
        }),
      ),
  );
}

/** A finding that a comment may suppress is not joined. */
function slipsIn(block: Block | undefined, findings: readonly Finding[]): ReadonlySet<string> {
  if (block?.shape.kind !== "item" || !block.isValidYaml || block.suppressions.length > 0) return new Set();
  return new Set(findings.flatMap(({ slip }) => slip ?? []));
}

function joined(repeated: readonly Finding[], items: number): readonly Finding[] {
  const [first] = repeated;
  if (!first) return [];
  const message = `${first.message} The ${items - 1} items below have the same mistake.`;
  return [{ ...first, message, fixes: () => joinedFixes(preferredFixes(repeated), otherTitle) }];
}

const otherTitle = "Replace these keys in all items";

/** The preferred fixes of all, so that none is lost if some have none. */
function preferredFixes(repeated: readonly Finding[]): readonly Fix[] {
  return repeated.flatMap((finding) => finding.fixes?.().find(({ preferred }) => preferred) ?? []);
}
