import type { Edit } from "./range";

/**
 * One insertion for all insertions at one offset, in their order: clients do not agree about the order of several.
 * @returns the edits by offset
 */
export function groupInsertions(edits: readonly Edit[]): readonly Edit[] {
  const grouped: Edit[] = [];
  // an insertion is before an edit that begins at its offset; the sort is stable
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = grouped.at(-1);
    const isAtSamePlace =
      last && last.start === last.end && edit.start === edit.end && last.start === edit.start;
    if (isAtSamePlace) grouped[grouped.length - 1] = { ...last, text: last.text + edit.text };
    else grouped.push(edit);
  }
  return grouped;
}
