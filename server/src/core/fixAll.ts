import { codesWhere, haveCommon, Tally } from "./codeSet";
import { type Knowledge, MeetingDocument } from "./document";
import { type Code, codes, type Finding, type Fix } from "./finding";
import type { KeptBlock } from "./keptBlock";
import { Patch } from "./patch";
import { applyEdits, type Edit, joinEdits } from "./range";
import { leavesSound, staysSound } from "./soundFixes";

/** Rounds in which a cure may uncover what the next one cures: a broken item hides all else that is in it. */
const maxRounds = 10;

/** The edits of every cure that may be applied unasked, and of those that these uncover, until nothing is left. */
export function fixAll(
  document: MeetingDocument,
  isOff: (code: Code) => boolean = () => false,
): readonly Edit[] {
  const patch = new Patch(document.length);
  let current = document;
  for (let round = 0; round < maxRounds; round++) {
    const edits = fixOnce(current, isOff);
    if (edits.length === 0) break;
    patch.apply(edits);
    current = current.edit(joinEdits(edits, current));
  }
  return patch.edits();
}

/** Which of their cures is right is for people to say: none of them is safe. */
const leftToPeople: readonly Code[] = ["untagged-item", "duplicate-title", "schedule-overlap"];

/** How many findings there are that may have such a cure. */
export function countFixable(document: MeetingDocument): number {
  const tally = new Tally();
  document.found().count(tally);
  return codes.reduce((sum, code) => (leftToPeople.includes(code) ? sum : sum + tally.of(code)), 0);
}

/** The edits of every cure that is safe as things stand; of two that overlap the first. */
function fixOnce(document: MeetingDocument, isOff: (code: Code) => boolean): readonly Edit[] {
  const curable = codesWhere((code) => !isOff(code) && !leftToPeople.includes(code));
  const found = document.found();
  const chosen: Edit[] = [];
  for (const index of found.indices) {
    if (!haveCommon(found.codesIn(index), curable)) continue;
    const block = document.list.kept[index];
    const known = block?.derive(safeFixesIn);
    const own = new Set(block?.findings);
    const untried: (readonly Edit[])[] = [];
    for (const finding of found.findingsIn(index)) {
      if (isOff(finding.code) || leftToPeople.includes(finding.code)) continue;
      const isKnown = own.has(finding);
      const fix = isKnown ? known?.get(finding) : safeFix(finding);
      const edits = document.placedEdits(fix?.edits ?? [], index);
      const isFree = !edits.some((edit) => chosen.some((other) => touch(edit, other)));
      if (!isFree) continue;
      if (!isKnown) untried.push(edits);
      chosen.push(...edits);
    }
    const harmful = new Set(harmfulAmong(untried, document).flat());
    if (harmful.size > 0) chosen.splice(0, chosen.length, ...chosen.filter((edit) => !harmful.has(edit)));
  }
  return chosen;
}

/** Cures of one block that are tried by themselves in one round. */
const mostTried = 100;

/** The cures, each its edits, that leave a block broken; of those that were not tried all. */
function harmfulAmong(
  cures: readonly (readonly Edit[])[],
  document: MeetingDocument,
): readonly (readonly Edit[])[] {
  if (leavesSound(cures.flat(), document)) return [];
  return cures.filter((edits, at) => at >= mostTried || !leavesSound(edits, document));
}

const noFixes: ReadonlyMap<Finding, Fix> = new Map();

/** Of what the block says by itself; none that would leave it broken. */
function safeFixesIn(block: KeptBlock): ReadonlyMap<Finding, Fix> {
  const own = block.findings.filter(({ code }) => !leftToPeople.includes(code));
  const safe = block.peek(() => own.map(safeFix));
  const together: Edit[] = [];
  for (const fix of safe)
    if (fix && !fix.edits.some((edit) => together.some((other) => touch(edit, other))))
      together.push(...fix.edits);
  const inTogether = staysSound(block, together) ? new Set(together) : new Set();
  let tried = 0;
  const isSound = ({ edits }: Fix): boolean =>
    edits.every((edit) => inTogether.has(edit)) || (tried++ < mostTried && staysSound(block, edits));
  const sound = own.flatMap((finding, at): [Finding, Fix][] =>
    safe[at] && isSound(safe[at]) ? [[finding, safe[at]]] : [],
  );
  return sound.length > 0 ? new Map(sound) : noFixes;
}

function safeFix({ fixes }: Finding): Fix | undefined {
  return fixes?.().find(({ safe }) => safe);
}

function touch(left: Edit, right: Edit): boolean {
  return left.start <= right.end && right.start <= left.end;
}

export interface Fixed {
  readonly text: string;
  /** how many edits it took */
  readonly count: number;
}

/** Fixes until nothing safe is left to fix. */
export function fixText(text: string, knowledge: Knowledge): Fixed {
  const edits = fixAll(MeetingDocument.read(text, knowledge));
  return { text: applyEdits(text, edits), count: edits.length };
}
