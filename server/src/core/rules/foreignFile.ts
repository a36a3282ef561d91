import type { Vocabulary } from "../catalogue/vocabulary";
import type { BlockDocument, PlacedEntry } from "../document/blockDocument";
import { keysAt } from "../schema/schema";
import { lineAt, type Range, shiftRange } from "../text/range";
import { rangeOf } from "../yaml/nodes";
import type { FileRule } from "./shared/rule";

/** `missing-key` for a manifest, a list or prose, instead of all other findings in such a file. */
export const foreignFile: FileRule = {
  codes: ["missing-key"],
  isExclusive: true,
  check: (document, { vocabulary }) => {
    const range = foreignRange(document, vocabulary);
    const message = "Not a contributions file: it has neither `meeting` nor `contributions`.";
    return range ? [{ code: "missing-key", range, message }] : [];
  },
};

/** True for a file with text, but without any key of a contributions file. */
export function isForeign(document: BlockDocument, vocabulary: Vocabulary): boolean {
  return foreignRange(document, vocabulary) !== undefined;
}

function foreignRange(document: BlockDocument, vocabulary: Vocabulary): Range | undefined {
  const entries = document.entries();
  if (entries.some(({ entry }) => isContributionsKey(entry.name, vocabulary))) return undefined;
  if (entries[0]) return keyRange(entries[0], document);
  for (const { block, start } of document.blocks) {
    if (!block.strayText) continue;
    const range = shiftRange(block.strayText, start);
    return { start: range.start, end: Math.min(range.end, lineAt(document.text, range.start).end) };
  }
  return undefined;
}

/** The range of the key; the first line if the key has no range, which happens with syntax errors. */
function keyRange({ entry, start }: PlacedEntry, { text }: BlockDocument): Range {
  const range = shiftRange(rangeOf(entry.key), start);
  if (range.start < range.end) return range;
  const line = lineAt(text, Math.max(0, text.search(/^[ \t\uFEFF]*[^\s#]/m)));
  return { start: line.start + Math.max(0, text.slice(line.start, line.end).search(/\S/)), end: line.end };
}

/**
 * True for a known top-level key, a misspelt one, or one whose colon is still missing: `meeting` and the line
 * below it.
 */
function isContributionsKey(name: string, vocabulary: Vocabulary): boolean {
  const rootKeyNames = keysAt([]);
  const firstWord = /^\w*/.exec(name)?.[0] ?? "";
  return rootKeyNames.includes(firstWord) || vocabulary.nearest(name, rootKeyNames).length > 0;
}
