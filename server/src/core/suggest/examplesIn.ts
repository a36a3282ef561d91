/** What meetings that are tagged already teach. */

import type { Example } from "../catalogue/catalogue";
import type { Vocabulary } from "../catalogue/vocabulary";
import { Item } from "../document/item";
import { isTooLong, limitsFor } from "../document/limits";
import { parseBlock, type Unit } from "../document/parseBlock";
import { cut } from "../document/splitIntoBlocks";
import { detached } from "../text/detached";
import { maxRead } from "./evidence";

/** Those of the editor for a file of 1 MB: nobody waits for one item. */
export const archiveLimits = limitsFor(1);
/** themes of one item that are learned */
const maxThemes = 20;

/**
 * @param text a contributions file, which is read item by item, as the caller has time
 * @returns its items that have themes of the catalogue, and those that have none on purpose; nothing of
 *   an item that cannot be read, or of what is beyond `archiveLimits`
 */
export function* examplesIn(text: string, vocabulary: Vocabulary): Generator<readonly Example[]> {
  if (text.length > archiveLimits.length) return;
  for (const piece of cut(text, archiveLimits.blocks)) {
    const block = text.slice(piece.start, piece.end);
    if (piece.kind === "unread" || isTooLong(block, archiveLimits)) continue;
    const { units } = parseBlock(block, piece);
    yield units.flatMap((unit) => exampleOf(unit, vocabulary));
  }
}

function exampleOf(unit: Unit, vocabulary: Vocabulary): readonly Example[] {
  const item = new Item(unit);
  const { kind, title } = item;
  if (kind === "meeting" || !unit.sound || title === "") return [];
  const themes = [...new Set(item.themes)]
    .filter((ref) => vocabulary.resolve(ref))
    .slice(0, maxThemes)
    .map(clipped);
  if (themes.length === 0 && !item.isNone) return [];
  const notes = item.prose("notes");
  return [
    {
      title: clipped(title),
      ...(notes !== undefined && { notes: clipped(notes) }),
      themes: themes.length > 0 ? themes : "none",
    },
  ];
}

/** The part of a text that training reads. */
function clipped(text: string): string {
  return detached(text.slice(0, maxRead));
}
