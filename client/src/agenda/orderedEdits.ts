import type { ProtocolEdit } from "../shared/applyEdits";

/** The edits in the order of the file: an insertion is before an edit that begins in its place, several stay in their order. */
export function inOrder(edits: readonly ProtocolEdit[]): readonly ProtocolEdit[] {
  return edits.toSorted(
    ({ range: a }, { range: b }) =>
      a.start.line - b.start.line ||
      a.start.character - b.start.character ||
      a.end.line - b.end.line ||
      a.end.character - b.end.character,
  );
}
