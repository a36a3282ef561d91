/** Reads training examples from tagged meetings. */

import type { Example } from "../catalogue/catalogue";
import type { Vocabulary } from "../catalogue/vocabulary";
import { isItemTooLong, limitsFor } from "../document/fileLimits";
import { Item } from "../document/item";
import { parseBlock, type Unit } from "../document/parseBlock";
import { splitIntoBlocks } from "../document/splitIntoBlocks";
import { detached } from "../text/detached";
import { maxLearnedLength } from "./evidence";

/** The editor's limits for a file of 1 MB; a skipped item costs little. */
export const archiveLimits = limitsFor(1);
/** maximum number of themes per example */
const maxExampleThemes = 20;

/**
 * @param text a contributions file; yields item by item, so that the caller can pause
 * @returns items with known themes or with `themes: none`; skips items that do not parse and anything beyond
 * `archiveLimits`
 */
export function* examplesIn(text: string, vocabulary: Vocabulary): Generator<readonly Example[]> {
  if (text.length > archiveLimits.maxLength) return;
  for (const span of splitIntoBlocks(text, archiveLimits.maxBlocks)) {
    const block = text.slice(span.start, span.end);
    if (span.kind === "tooLarge" || isItemTooLong(block, archiveLimits)) continue;
    const { units } = parseBlock(block, span);
    yield units.flatMap((unit) => exampleOf(unit, vocabulary));
  }
}

function exampleOf(unit: Unit, vocabulary: Vocabulary): readonly Example[] {
  const item = new Item(unit);
  const { kind, title } = item;
  if (kind === "meeting" || !unit.isConverted || title === "") return [];
  const themes = [...new Set(item.themes)]
    .filter((ref) => vocabulary.resolve(ref))
    .slice(0, maxExampleThemes)
    .map(clipToLearnedLength);
  if (themes.length === 0 && !item.hasThemesNone) return [];
  const notes = item.prose("notes");
  return [
    {
      title: clipToLearnedLength(title),
      ...(notes !== undefined && { notes: clipToLearnedLength(notes) }),
      themes: themes.length > 0 ? themes : "none",
    },
  ];
}

/** The part of a text that training reads. */
function clipToLearnedLength(text: string): string {
  return detached(text.slice(0, maxLearnedLength));
}
