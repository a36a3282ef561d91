import type { Knowledge } from "../analysis/knowledge";
import { MeetingDocument } from "../analysis/meetingDocument";
import type { Block } from "../document/block";
import { applicableTogether, type EditGroup } from "../editGuard/editGroups";
import { isSameAsWholeFile, isSameElsewhere } from "../editGuard/editGuard";
import { codesWhere, intersects, Tally } from "../findings/codeSet";
import { type Code, codes, defaultSeverity } from "../findings/codes";
import type { Finding, Fix } from "../findings/finding";
import { EditComposer } from "../text/composedEdits";
import { applyEdits, type Edit, joinEdits, type Range } from "../text/range";

/**
 * Maximum number of rounds: a fix may reveal further findings, since a syntax error hides everything else in
 * its item.
 */
const maxRounds = 10;

/** The edits of all safe fixes, and of the safe fixes that become possible after them, until none is left. */
export function fixAll(
  document: MeetingDocument,
  isOff: (code: Code) => boolean = () => false,
): readonly Edit[] {
  const composer = new EditComposer(document.length);
  let current = document;
  for (let round = 0; round < maxRounds; round++) {
    const { edits, after } = verifiedEdits(safeFixGroups(current, isOff), current);
    if (edits.length === 0) break;
    composer.apply(edits);
    current = after;
  }
  const edits = composer.edits();
  return edits.length === 0 || isSameAsWholeFile(document, current, edits) ? edits : [];
}

/** Codes whose fix a person has to choose: none of their fixes is safe. */
export const manualFixCodes: readonly Code[] = ["untagged-item", "duplicate-title", "schedule-overlap"];

/** The number of findings that may have a safe fix. */
export function countFixable(document: MeetingDocument): number {
  const tally = new Tally();
  document.findingsByBlock().count(tally);
  return codes.reduce((sum, code) => (manualFixCodes.includes(code) ? sum : sum + tally.countOf(code)), 0);
}

/** The safe fixes of the current document; the first of two that overlap. */
function safeFixGroups(document: MeetingDocument, isOff: (code: Code) => boolean): readonly EditGroup[] {
  const fixable = codesWhere((code) => !isOff(code) && !manualFixCodes.includes(code));
  const findings = document.findingsByBlock();
  return findings.blockIndices.flatMap((index) => {
    if (!intersects(findings.codesIn(index), fixable)) return [];
    const cached = document.blockList.blocks[index]?.cached(safeFixesIn);
    const fixes = findings.findingsIn(index).flatMap((finding) => {
      if (isOff(finding.code) || manualFixCodes.includes(finding.code)) return [];
      const fix = cached?.has(finding) ? cached.get(finding) : safeFix(finding);
      return fix ? [{ edits: document.editsWithFileOffsets(fix.edits, index) }] : [];
    });
    return withoutOverlaps(fixes);
  });
}

/** Edits, and the document after them. */
interface AppliedEdits {
  readonly edits: readonly Edit[];
  readonly after: MeetingDocument;
}

/** @returns the edits of the fixes that produce valid values and change nothing else */
function verifiedEdits(fixes: readonly EditGroup[], document: MeetingDocument): AppliedEdits {
  // each allowed combination includes the one before it: the last one has all applicable fixes
  let applied: AppliedEdits = { edits: [], after: document };
  applicableTogether(fixes, (edits) => {
    const after = document.edit(joinEdits(edits, document));
    const isAllowed = isSameElsewhere(document, after, edits) && isValid(edits, document, after);
    if (isAllowed) applied = { edits, after };
    return isAllowed;
  });
  return applied;
}

/**
 * @returns true if the inserted text has no error without a safe fix. Errors elsewhere may appear, because a
 *   syntax error hides them.
 */
function isValid(edits: readonly Edit[], before: MeetingDocument, after: MeetingDocument): boolean {
  let shiftSoFar = 0;
  const errors = new NewErrors(before, after);
  return [...edits]
    .sort((a, b) => a.start - b.start)
    .every((edit) => {
      const start = edit.start + shiftSoFar;
      shiftSoFar += edit.text.length - (edit.end - edit.start);
      return !errors.isAt({ start, end: start + edit.text.length }, edit.start);
    });
}

/**
 * Finds errors without a safe fix that a block has after an edit but not before; each block is checked once.
 */
class NewErrors {
  readonly #before: MeetingDocument;
  readonly #after: MeetingDocument;
  readonly #errorsByBlock = new Map<Block, readonly Finding[]>();

  constructor(before: MeetingDocument, after: MeetingDocument) {
    this.#before = before;
    this.#after = after;
  }

  /**
   * @param range in the file after the edit
   * @param oldOffset offset of the same place in the file before the edit
   */
  isAt(range: Range, oldOffset: number): boolean {
    const { block, start } = this.#after.blockAt(range.start);
    return this.#errorsIn(block, oldOffset).some(
      (error) => error.range.start + start <= range.end && range.start <= error.range.end + start,
    );
  }

  #errorsIn(block: Block, oldOffset: number): readonly Finding[] {
    let errors = this.#errorsByBlock.get(block);
    if (!errors) {
      const keyOf = ({ code, message }: Finding): string => `${code} ${message}`;
      const knownErrors = new Set(this.#before.blockAt(oldOffset).block.findings.map(keyOf));
      errors = block.findings.filter(
        (finding) =>
          defaultSeverity[finding.code] === "error" &&
          !knownErrors.has(keyOf(finding)) &&
          safeFix(finding) === undefined,
      );
      this.#errorsByBlock.set(block, errors);
    }
    return errors;
  }
}

function withoutOverlaps(fixes: readonly EditGroup[]): readonly EditGroup[] {
  /** ascending by offset; no two of them touch */
  const accepted: Edit[] = [];
  const insertionIndex = (edit: Edit): number | undefined => {
    let [low, high] = [0, accepted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((accepted[middle] as Edit).end < edit.start) low = middle + 1;
      else high = middle;
    }
    const next = accepted[low];
    return next !== undefined && areAdjacent(edit, next) ? undefined : low;
  };
  return fixes.filter(({ edits }) => {
    const isFree = edits.every((edit) => insertionIndex(edit) !== undefined);
    if (isFree) for (const edit of edits) accepted.splice(insertionIndex(edit) ?? accepted.length, 0, edit);
    return isFree;
  });
}

/** The block's own findings, each with its safe fix if it has one. */
function safeFixesIn(block: Block): ReadonlyMap<Finding, Fix | undefined> {
  const fixable = block.findings.filter(({ code }) => !manualFixCodes.includes(code));
  return block.withNodes(() => new Map(fixable.map((finding) => [finding, safeFix(finding)])));
}

function safeFix({ fixes }: Finding): Fix | undefined {
  return fixes?.().find(({ safe }) => safe);
}

function areAdjacent(left: Edit, right: Edit): boolean {
  return left.start <= right.end && right.start <= left.end;
}

export interface FixResult {
  readonly text: string;
  /** number of edits applied */
  readonly count: number;
}

/** Applies all safe fixes to a text. */
export function fixText(text: string, knowledge: Knowledge): FixResult {
  const edits = fixAll(MeetingDocument.read(text, knowledge));
  return { text: applyEdits(text, edits), count: edits.length };
}
