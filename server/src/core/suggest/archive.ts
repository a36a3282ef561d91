/** What meetings that are tagged already teach. */
import { cut } from "../blocks";
import type { Example } from "../catalogue";
import { entriesOf, pairOf, textOf } from "../nodes";
import { parseBlock, type Unit } from "../parse";
import { titleKey } from "../rules/rule";
import type { Vocabulary } from "../vocabulary";

/**
 * @param text a contributions file, which is read item by item, as the caller has time
 * @returns its items that have themes of the catalogue, and those that have none on purpose; nothing of
 *   an item that cannot be read
 */
export function* examplesIn(text: string, vocabulary: Vocabulary): Generator<readonly Example[]> {
  for (const piece of cut(text)) {
    const { units } = parseBlock(text.slice(piece.start, piece.end), piece);
    yield units.flatMap((unit) => exampleOf(unit, vocabulary));
  }
}

function exampleOf({ kind, node, sound }: Unit, vocabulary: Vocabulary): readonly Example[] {
  const title = textOf(pairOf(node, titleKey(kind))?.value);
  if (kind === "meeting" || !sound || title === undefined) return [];
  const value = pairOf(node, "themes")?.value;
  const themes = entriesOf(value)
    .map((entry) => textOf(entry) ?? "")
    .filter((ref) => vocabulary.resolve(ref));
  if (themes.length === 0 && textOf(value) !== "none") return [];
  const notes = textOf(pairOf(node, "notes")?.value);
  return [{ title, ...(notes !== undefined && { notes }), themes: themes.length > 0 ? themes : "none" }];
}
