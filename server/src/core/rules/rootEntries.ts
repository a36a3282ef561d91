/** The keys at the root of a file, as the rules about them see them. */

import type { BlockDocument, PlacedEntry } from "../document/blockDocument";
import { lineAt, type Range, shiftRange } from "../text/range";
import { rangeOf } from "../yaml/nodes";

export interface RootEntry extends PlacedEntry {
  readonly name: string;
  /** of the key, as offsets in the file */
  readonly range: Range;
  /** the first entry with this name, for all but that one */
  readonly first?: RootEntry;
}

/** @returns the root's keys, in the file's order */
export function rootEntries(document: BlockDocument): readonly RootEntry[] {
  const byName = new Map<string, RootEntry>();
  return document
    .entries()
    .filter((placed) => isAtRoot(placed, document.text))
    .map((placed) => {
      const { name } = placed.entry;
      const first = byName.get(name);
      const entry = { ...placed, name, range: keyRange(placed), ...(first && { first }) };
      if (!first) byName.set(name, entry);
      return entry;
    });
}

/** In a broken block, what the parser took for a key of the root may be one of `\ttitle: x`, or nothing at all. */
function isAtRoot(placed: PlacedEntry, text: string): boolean {
  const { start, end } = keyRange(placed);
  return placed.block.sound || (start < end && (start === 0 || text[start - 1] === "\n"));
}

function keyRange({ entry, start }: PlacedEntry): Range {
  return shiftRange(rangeOf(entry.key), start);
}

/** The column of a root key; a byte order mark takes none. */
export function columnOf({ range: { start } }: RootEntry, text: string): number {
  const ahead = text.slice(lineAt(text, start).start, start);
  return ahead.startsWith("\uFEFF") ? ahead.length - 1 : ahead.length;
}
