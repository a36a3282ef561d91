import type { Vocabulary } from "../catalogue/vocabulary";
import type { BlockDocument, PlacedEntry } from "../document/blockDocument";
import { keysAt } from "../schema/schema";
import { lineAt, type Range, shiftRange } from "../text/range";
import { rangeOf } from "../yaml/nodes";
import type { FileRule } from "./rule";

/** `missing-key` for a manifest, a list or prose, in place of all other findings in such a file. */
export const foreignFile: FileRule = {
  codes: ["missing-key"],
  isExclusive: true,
  check: (document, { vocabulary }) => {
    const range = foreignPart(document, vocabulary);
    const message = "Not a contributions file: it has neither `meeting` nor `contributions`.";
    return range ? [{ code: "missing-key", range, message }] : [];
  },
};

/** True for a file with text, but without any key of a contributions file. */
export function isForeign(document: BlockDocument, vocabulary: Vocabulary): boolean {
  return foreignPart(document, vocabulary) !== undefined;
}

function foreignPart(document: BlockDocument, vocabulary: Vocabulary): Range | undefined {
  const entries = document.entries();
  if (entries.some(({ entry }) => isOurs(entry.name, vocabulary))) return undefined;
  if (entries[0]) return keyRange(entries[0], document);
  for (const { block, start } of document.blocks) {
    if (!block.keyless) continue;
    const range = shiftRange(block.keyless, start);
    return { start: range.start, end: Math.min(range.end, lineAt(document.text, range.start).end) };
  }
  return undefined;
}

/** The first line, where the key is one that broken YAML has in no place of its own. */
function keyRange({ entry, start }: PlacedEntry, { text }: BlockDocument): Range {
  const range = shiftRange(rangeOf(entry.key), start);
  if (range.start < range.end) return range;
  const line = lineAt(text, Math.max(0, text.search(/^[ \t\uFEFF]*[^\s#]/m)));
  return { start: line.start + Math.max(0, text.slice(line.start, line.end).search(/\S/)), end: line.end };
}

/** One of the file's keys, one mistyped, or one that lacks its colon still: `meeting` and a line below it. */
function isOurs(name: string, vocabulary: Vocabulary): boolean {
  const known = keysAt([]);
  const firstWord = /^\w*/.exec(name)?.[0] ?? "";
  return known.includes(firstWord) || vocabulary.nearest(name, known).length > 0;
}
