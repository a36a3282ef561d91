import { type CodeAction, CodeActionKind, type TextEdit } from "vscode-languageserver-types";
import { type CollectOptions, collectLines } from "../../core/editing/collectLines";
import { mayHaveShorthand } from "../../core/shorthand/shorthandLines";
import type { Range } from "../../core/text/range";
import { toLspRange, type View } from "../shared/view";
import { workspaceEdit } from "./workspaceEdit";

/** Makes the line at the cursor an entry of `actions` or `decisions`. */
export const collectLineKind = `${CodeActionKind.RefactorRewrite}.wlcgNotes.collect`;

/** The same for all such lines of the file. */
export const collectKind = `${CodeActionKind.Source}.wlcgNotes.collect`;

/** What happens with a line of notes that becomes an entry. */
export type CollectedLines = CollectOptions["collectedLines"];

/** A line that may be an entry below a label, `ACTIONS:`. */
const listEntry = /^\s*(?:[-+*]|\d{1,9}[.)])\s/;

/** The action for the line at the cursor; empty on a line of notes that is neither an action nor a decision. */
export function collectLineActions(view: View, range: Range, collectedLines: CollectedLines): CodeAction[] {
  const line = view.document.lineAt(range.start);
  const text = view.document.slice(line.start, line.end);
  if (range.end > line.end || !(mayHaveShorthand(text) || listEntry.test(text))) return [];
  const { edits, actions, decisions } = collectLines(view.document, { collectedLines, offset: range.start });
  if (edits.length === 0 || actions + decisions === 0) return [];
  const title = actions > 0 ? "Make it an action" : "Make it a decision";
  return [{ title, kind: collectLineKind, edit: workspaceEdit(view, edits) }];
}

/** The action for the whole file; empty if there is nothing to collect. */
export function collectActions(view: View, collectedLines: CollectedLines): CodeAction[] {
  const { edits } = collectLines(view.document, { collectedLines });
  if (edits.length === 0) return [];
  return [{ title: "Collect actions and decisions", kind: collectKind, edit: workspaceEdit(view, edits) }];
}

/** The entries for all such lines of one version of a file. */
export interface CollectedEntries {
  readonly version: number | null;
  readonly edits: readonly TextEdit[];
  readonly actions: number;
  readonly decisions: number;
}

/** For a client that shows how many entries it adds. */
export function collectedEntries(view: View, collectedLines: CollectedLines): CollectedEntries {
  const { edits, ...counts } = collectLines(view.document, { collectedLines });
  const textEdits = edits.map((edit) => ({ range: toLspRange(view, edit), newText: edit.text }));
  return { version: view.positions.version, edits: textEdits, ...counts };
}
