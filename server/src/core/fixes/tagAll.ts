import type { Knowledge } from "../analysis/knowledge";
import { MeetingDocument } from "../analysis/meetingDocument";
import { applicableTogether } from "../editGuard/editGroups";
import { changesNothingElse, isSameAsWholeFile } from "../editGuard/editGuard";
import { codesWhere, intersects, Tally } from "../findings/codeSet";
import type { Code } from "../findings/codes";
import type { Finding } from "../findings/finding";
import { applyEdits, type Edit } from "../text/range";
import type { FixResult } from "./fixAll";

/** The themes and edits for one untagged item in bulk tagging. */
export interface Tagging {
  /** of the item, as written */
  readonly title: string;
  readonly themes: readonly string[];
  /** the matched terms, comma-separated */
  readonly matchedTerms: string;
  /** offsets in the file */
  readonly edits: readonly Edit[];
}

/** The taggings of all untagged items with confident suggestions. */
export function tagAll(document: MeetingDocument): readonly Tagging[] {
  const taggings = document
    .findings()
    .filter(({ code }) => code === "untagged-item")
    .flatMap(({ range, fixes }): readonly Tagging[] => {
      const fix = fixes?.().find(({ tag }) => tag);
      const title = document.placedUnitAt(range.start)?.summary.title ?? "";
      return fix?.tag ? [{ ...fix.tag, title, edits: fix.edits }] : [];
    });
  const applicable = applicableTogether(taggings, (edits) => changesNothingElse(edits, document));
  const edits = applicable.flatMap((tagging) => tagging.edits);
  if (edits.length === 0) return [];
  return isSameAsWholeFile(document, { text: applyEdits(document.text, edits) }, edits) ? applicable : [];
}

/** Tags all items with confident suggestions. */
export function tagText(text: string, knowledge: Knowledge): FixResult {
  const edits = tagAll(MeetingDocument.read(text, knowledge)).flatMap((tagging) => tagging.edits);
  return { text: applyEdits(text, edits), count: edits.length };
}

/** Maximum number of items evaluated per call, which takes some milliseconds; answers are cached. */
const maxItemsPerCall = 30;

/**
 * False if no untagged item has confident suggestions; true if one has, or if it takes too long to find out.
 */
export function mayHaveTagging(document: MeetingDocument): boolean {
  const { suggester } = document;
  let itemsLeft = maxItemsPerCall;
  for (const finding of untaggedIn(document)) {
    const isConfident = suggester.cachedAnswer(finding, () => {
      if (itemsLeft-- > 0) return finding.fixes?.().some(({ tag }) => tag) ?? false;
      return undefined;
    });
    if (isConfident ?? true) return true;
  }
  return false;
}

/** The number of untagged items. */
export function countUntagged(document: MeetingDocument): number {
  const tally = new Tally();
  document.findingsByBlock().count(tally);
  return tally.countOf("untagged-item");
}

/** The cached findings of the blocks: the same objects in successive versions of the file. */
function* untaggedIn(document: MeetingDocument): Generator<Finding> {
  const findings = document.findingsByBlock();
  const isUntagged = (code: Code): boolean => code === "untagged-item";
  const untaggedCodes = codesWhere(isUntagged);
  for (const index of findings.blockIndices)
    if (intersects(findings.codesIn(index), untaggedCodes))
      yield* findings.findingsIn(index).filter(({ code }) => isUntagged(code));
}
