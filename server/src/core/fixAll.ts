import { codesWhere, haveCommon } from "./codeSet";
import { type Knowledge, MeetingDocument } from "./document";
import type { Code, Finding, Fix } from "./finding";
import type { KeptBlock } from "./keptBlock";
import { Patch } from "./patch";
import { applyEdits, type Edit, shiftRange } from "./range";
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

/** The edits of every cure that is safe as things stand; of two that overlap the first. */
function fixOnce(document: MeetingDocument, isOff: (code: Code) => boolean): readonly Edit[] {
  const curable = codesWhere((code) => !isOff(code) && !leftToPeople.includes(code));
  const found = document.found();
  const chosen: Edit[] = [];
  for (const index of found.indices) {
    if (!haveCommon(found.codesIn(index), curable)) continue;
    const known = document.list.kept[index]?.derive(safeFixesIn);
    for (const finding of found.findingsIn(index)) {
      if (isOff(finding.code) || leftToPeople.includes(finding.code)) continue;
      const isKnown = known?.has(finding) ?? false;
      const fix = isKnown ? known?.get(finding) : safeFix(finding);
      const edits = document.placedEdits(fix?.edits ?? [], index);
      const isFree = !edits.some((edit) => chosen.some((other) => touch(edit, other)));
      if (isFree && (isKnown || leavesSound(edits, document))) chosen.push(...edits);
    }
  }
  return chosen;
}

/** Of what the block says by itself; none that would leave it broken. */
function safeFixesIn(block: KeptBlock): ReadonlyMap<Finding, Fix | undefined> {
  const own = block.findings.filter(({ code }) => !leftToPeople.includes(code));
  const safe = block.peek(() => own.map(safeFix));
  return new Map(
    own.map((finding, at) => {
      const fix = safe[at];
      return [finding, fix && staysSound(block, fix.edits) ? fix : undefined];
    }),
  );
}

function safeFix({ fixes }: Finding): Fix | undefined {
  return fixes?.().find(({ safe }) => safe);
}

function touch(left: Edit, right: Edit): boolean {
  return left.start <= right.end && right.start <= left.end;
}

/** The one edit that does what all of these do. */
function joinEdits(edits: readonly Edit[], document: MeetingDocument): Edit {
  const start = edits.reduce((least, edit) => Math.min(least, edit.start), document.length);
  const end = edits.reduce((most, edit) => Math.max(most, edit.end), 0);
  const inside = edits.map((edit) => ({ ...shiftRange(edit, -start), text: edit.text }));
  return { start, end, text: applyEdits(document.slice(start, end), inside) };
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
