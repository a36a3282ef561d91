import type { Knowledge } from "../analysis/knowledge";
import { MeetingDocument } from "../analysis/meetingDocument";
import type { KeptBlock } from "../document/block";
import { type EditGroup, takenTogether } from "../editGuard/editGroups";
import { isSameElsewhere, isSameFile } from "../editGuard/editGuard";
import { codesWhere, haveCommon, Tally } from "../findings/codeSet";
import { type Code, codes, defaultSeverity } from "../findings/codes";
import type { Finding, Fix } from "../findings/finding";
import { Patch } from "../text/composedEdits";
import { applyEdits, type Edit, joinEdits, type Range } from "../text/range";

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
    const edits = verified(fixesOf(current, isOff), current);
    if (edits.length === 0) break;
    patch.apply(edits);
    current = current.edit(joinEdits(edits, current));
  }
  const edits = patch.edits();
  return edits.length === 0 || isSameFile(document, current, edits) ? edits : [];
}

/** Which of their cures is right is for people to say: none of them is safe. */
const leftToPeople: readonly Code[] = ["untagged-item", "duplicate-title", "schedule-overlap"];

/** How many findings there are that may have such a cure. */
export function countFixable(document: MeetingDocument): number {
  const tally = new Tally();
  document.found().count(tally);
  return codes.reduce((sum, code) => (leftToPeople.includes(code) ? sum : sum + tally.of(code)), 0);
}

/** Every fix that is safe as things are; of two that overlap the first. */
function fixesOf(document: MeetingDocument, isOff: (code: Code) => boolean): readonly EditGroup[] {
  const fixable = codesWhere((code) => !isOff(code) && !leftToPeople.includes(code));
  const found = document.found();
  return found.indices.flatMap((index) => {
    if (!haveCommon(found.codesIn(index), fixable)) return [];
    const known = document.list.kept[index]?.derive(safeFixesIn);
    const fixes = found.findingsIn(index).flatMap((finding) => {
      if (isOff(finding.code) || leftToPeople.includes(finding.code)) return [];
      const fix = known?.has(finding) ? known.get(finding) : safeFix(finding);
      return fix ? [{ edits: document.placedEdits(fix.edits, index) }] : [];
    });
    return withoutOverlaps(fixes);
  });
}

/** @returns the edits of those fixes that leave valid values and change nothing else */
function verified(fixes: readonly EditGroup[], document: MeetingDocument): readonly Edit[] {
  const isFine = (edits: readonly Edit[]): boolean => {
    const after = document.edit(joinEdits(edits, document));
    return isSameElsewhere(document, after, edits) && isValid(edits, document, after);
  };
  return takenTogether(fixes, isFine).flatMap(({ edits }) => edits);
}

/**
 * @returns true where nothing is wrong with what the edits wrote, or a safe fix is known for that; errors elsewhere may
 * come to light, since a broken item hides them
 */
function isValid(edits: readonly Edit[], before: MeetingDocument, after: MeetingDocument): boolean {
  let moved = 0;
  const errors = new NewErrors(before, after);
  return [...edits]
    .sort((a, b) => a.start - b.start)
    .every((edit) => {
      const start = edit.start + moved;
      moved += edit.text.length - (edit.end - edit.start);
      return !errors.isAt({ start, end: start + edit.text.length }, edit.start);
    });
}

/** Errors without a safe fix that a block has after an edit and did not have before; each block is looked through once. */
class NewErrors {
  readonly #before: MeetingDocument;
  readonly #after: MeetingDocument;
  readonly #known = new Map<KeptBlock, readonly Finding[]>();

  constructor(before: MeetingDocument, after: MeetingDocument) {
    this.#before = before;
    this.#after = after;
  }

  /** @param range in the file after the edit, `old` an offset of the same place in the file before it */
  isAt(range: Range, old: number): boolean {
    const { block, start } = this.#after.blockAt(range.start);
    return this.#errorsIn(block, old).some(
      (error) => error.range.start + start <= range.end && range.start <= error.range.end + start,
    );
  }

  #errorsIn(block: KeptBlock, old: number): readonly Finding[] {
    let errors = this.#known.get(block);
    if (!errors) {
      const keyOf = ({ code, message }: Finding): string => `${code} ${message}`;
      const known = new Set(this.#before.blockAt(old).block.findings.map(keyOf));
      errors = block.findings.filter(
        (finding) =>
          defaultSeverity[finding.code] === "error" &&
          !known.has(keyOf(finding)) &&
          safeFix(finding) === undefined,
      );
      this.#known.set(block, errors);
    }
    return errors;
  }
}

function withoutOverlaps(fixes: readonly EditGroup[]): readonly EditGroup[] {
  /** by place, none of them touching another */
  const taken: Edit[] = [];
  const placeFor = (edit: Edit): number | undefined => {
    let [low, high] = [0, taken.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((taken[middle] as Edit).end < edit.start) low = middle + 1;
      else high = middle;
    }
    const next = taken[low];
    return next !== undefined && touch(edit, next) ? undefined : low;
  };
  return fixes.filter(({ edits }) => {
    const isFree = edits.every((edit) => placeFor(edit) !== undefined);
    if (isFree) for (const edit of edits) taken.splice(placeFor(edit) ?? taken.length, 0, edit);
    return isFree;
  });
}

/** What the block says by itself, each finding with its safe fix, where it has one. */
function safeFixesIn(block: KeptBlock): ReadonlyMap<Finding, Fix | undefined> {
  const own = block.findings.filter(({ code }) => !leftToPeople.includes(code));
  return block.withNodes(() => new Map(own.map((finding) => [finding, safeFix(finding)])));
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
