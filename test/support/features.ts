/** Shared by the tests of features: edits applied as a client does, positions by their text. */
import { TextDocument } from "vscode-languageserver-textdocument";
import type { CodeAction, Range, TextEdit } from "vscode-languageserver-types";
import type { View } from "../../server/src/features/view";

/** The text after the edits, which must not overlap. */
export function applied(view: View, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(view.positions, [...edits]);
}

/** The text edits of a code action on one document. */
export function editsOf({ edit }: CodeAction): readonly TextEdit[] {
  const [change] = edit?.documentChanges ?? [];
  return change && "edits" in change ? (change.edits as TextEdit[]) : [];
}

/** What stands in a range. */
export function textIn(view: View, range: Range): string {
  return view.positions.getText(range);
}
