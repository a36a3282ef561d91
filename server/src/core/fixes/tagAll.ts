import type { Knowledge } from "../analysis/knowledge";
import { MeetingDocument } from "../analysis/meetingDocument";
import { takenTogether } from "../editGuard/editGroups";
import { changesNothingElse, isSameFile } from "../editGuard/editGuard";
import { codesWhere, haveCommon, Tally } from "../findings/codeSet";
import type { Code } from "../findings/codes";
import type { Finding } from "../findings/finding";
import { applyEdits, type Edit } from "../text/range";
import type { Fixed } from "./fixAll";

/** One untagged item's themes, to be taken with those of all others. */
export interface Tagging {
  readonly themes: readonly string[];
  /** the words that gave them away */
  readonly because: string;
  /** offsets in the file */
  readonly edits: readonly Edit[];
}

/** Themes for every untagged item that has convincing ones; the others stay as they are. */
export function tagAll(document: MeetingDocument): readonly Tagging[] {
  const taggings = document
    .findings()
    .filter(({ code }) => code === "untagged-item")
    .flatMap(({ fixes }): readonly Tagging[] => {
      const fix = fixes?.().find(({ tag }) => tag);
      return fix?.tag ? [{ ...fix.tag, edits: fix.edits }] : [];
    });
  const taken = takenTogether(taggings, (edits) => changesNothingElse(edits, document));
  const edits = taken.flatMap((tagging) => tagging.edits);
  if (edits.length === 0) return [];
  return isSameFile(document, { text: applyEdits(document.text, edits) }, edits) ? taken : [];
}

/** Tags all items that have convincing themes. */
export function tagText(text: string, knowledge: Knowledge): Fixed {
  const edits = tagAll(MeetingDocument.read(text, knowledge)).flatMap((tagging) => tagging.edits);
  return { text: applyEdits(text, edits), count: edits.length };
}

/** Items that are thought about at a time, in some milliseconds; what is known of an item is kept. */
const atATime = 30;

/** False where no untagged item has convincing themes; true where one has, or where that takes long to say. */
export function mayTag(document: MeetingDocument): boolean {
  const { suggester } = document;
  let left = atATime;
  for (const finding of untaggedIn(document)) {
    const isSure = suggester.kept(finding, () => {
      if (left-- > 0) return finding.fixes?.().some(({ tag }) => tag) ?? false;
      return undefined;
    });
    if (isSure ?? true) return true;
  }
  return false;
}

/** How many items have no themes. */
export function countUntagged(document: MeetingDocument): number {
  const tally = new Tally();
  document.found().count(tally);
  return tally.of("untagged-item");
}

/** As their blocks keep them: the same objects from one version of the file to the next. */
function* untaggedIn(document: MeetingDocument): Generator<Finding> {
  const found = document.found();
  const isUntagged = (code: Code): boolean => code === "untagged-item";
  const untagged = codesWhere(isUntagged);
  for (const index of found.indices)
    if (haveCommon(found.codesIn(index), untagged))
      yield* found.findingsIn(index).filter(({ code }) => isUntagged(code));
}
