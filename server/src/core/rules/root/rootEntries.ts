/** The root keys of a file, with the values that their rules need. */

import type { BlockDocument, PlacedEntry } from "../../document/blockDocument";
import { lineAt, type Range, shiftRange } from "../../text/range";
import { rangeOf } from "../../yaml/nodes";

export interface RootEntry extends PlacedEntry {
  readonly name: string;
  /** range of the key, offsets in the file */
  readonly range: Range;
  /** the first entry with this name, if this is a later one */
  readonly first?: RootEntry;
}

/** @returns the root keys, in the file's order */
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

/** False for a false match in a block with syntax errors: a "root key" that is not at the start of a line. */
function isAtRoot(placedEntry: PlacedEntry, text: string): boolean {
  const { start, end } = keyRange(placedEntry);
  return placedEntry.block.isValidYaml || (start < end && (start === 0 || text[start - 1] === "\n"));
}

function keyRange({ entry, start }: PlacedEntry): Range {
  return shiftRange(rangeOf(entry.key), start);
}

/** The column of a root key; a byte order mark has no width. */
export function columnOf({ range: { start } }: RootEntry, text: string): number {
  const indentation = text.slice(lineAt(text, start).start, start);
  return indentation.startsWith("\uFEFF") ? indentation.length - 1 : indentation.length;
}
