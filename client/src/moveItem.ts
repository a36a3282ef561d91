import { Range, Selection, type TextEditor, window } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { applyEdits, type ProtocolEdit } from "./shared/applyEdits";
import { showHint } from "./shared/userMessages";

/** The server's answer: the move, or why there is none. */
type Move =
  | { readonly version: number | null; readonly edits: readonly ProtocolEdit[]; readonly lines: number }
  | { readonly reason: string };

/** Moves the item at the cursor over its neighbour, and the cursor with it, in one undo step. */
export async function moveItem(client: LanguageClient, direction: "up" | "down"): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId !== "wlcg-contributions") return;
  const { document, selection } = editor;
  const move = await client.sendRequest<Move | null>("wlcgNotes/moveItem", {
    textDocument: { uri: document.uri.toString() },
    position: { line: selection.active.line, character: selection.active.character },
    direction,
  });
  if (!move) return;
  if ("reason" in move) showHint(move.reason);
  else if (await applyEdits(document, move.version, move.edits)) follow(editor, selection, move.lines);
}

function follow(editor: TextEditor, { anchor, active }: Selection, lines: number): void {
  const moved = new Selection(lineMoved(anchor, lines), lineMoved(active, lines));
  editor.selection = moved;
  editor.revealRange(new Range(moved.active, moved.active));
}

/** A selection may begin above the item. */
function lineMoved(position: Selection["active"], lines: number): Selection["active"] {
  return position.with(Math.max(0, position.line + lines));
}
