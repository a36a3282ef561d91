/** What an editor would ask of a text, with the answers as plain values. */
import type { CodeAction, CompletionItem, DocumentSymbol, TextEdit } from "vscode-languageserver-types";
import { codeActions } from "../../server/src/features/codeActions/codeActions";
import { completion } from "../../server/src/features/completion/completion";
import type { RuleSettings } from "../../server/src/features/diagnostics/diagnostics";
import { documentSymbols } from "../../server/src/features/documentSymbols";
import { hover } from "../../server/src/features/hover";
import type { View } from "../../server/src/features/shared/view";
import { applyTextEdits, readMeeting, viewOf, withCursor } from "./meeting";

/** The hover at the cursor and its word; undefined if there is no hover. */
export function hoverText(marked: string): { card: string; word: string } | undefined {
  const { view, offset } = withCursor(marked);
  return hoverTextAt(view, offset);
}

export function hoverTextAt(view: View, offset: number): { card: string; word: string } | undefined {
  const { contents, range } = hover(view, view.positions.positionAt(offset)) ?? {};
  if (!range || typeof contents !== "object" || !("value" in contents)) return undefined;
  return { card: contents.value, word: view.positions.getText(range) };
}

export function completionItems(marked: string): readonly CompletionItem[] {
  const { view, offset } = withCursor(marked);
  return completion(view, view.positions.positionAt(offset)).items;
}

/** The labels offered at the cursor, in the client's order. */
export function completionLabels(marked: string): readonly string[] {
  return completionItems(marked).map(({ label }) => label);
}

/** `line: code on what it marks`, the line 1-based, by place. */
export function findingLines(text: string): readonly string[] {
  return readMeeting(text)
    .findings()
    .map(({ code, range }) => {
      const line = text.slice(0, range.start).split("\n").length;
      return `${line}: ${code} on ${text.slice(range.start, range.end)}`;
    });
}

/** The offered actions (quick fixes by default) at the cursor, or over the stretch between two cursors. */
export function actionsAt(marked: string, rules: RuleSettings = {}, only: readonly string[] = ["quickfix"]) {
  const [before = "", between = "", after] = marked.split("<|>");
  const end = after === undefined ? before.length : before.length + between.length;
  const view = viewOf(marked.replaceAll("<|>", ""));
  const range = { start: view.positions.positionAt(before.length), end: view.positions.positionAt(end) };
  return { view, actions: codeActions(view, { range, only }, rules) };
}

/** The text once `action` has been taken. */
export function textAfterAction(action: CodeAction | undefined, view: View): string {
  return applyTextEdits(view, editsOf(action));
}

/** The text edits of a code action. */
export function editsOf(action: CodeAction | undefined): readonly TextEdit[] {
  const changes = action?.edit?.documentChanges ?? [];
  return changes.flatMap((change) => ("edits" in change ? (change.edits as TextEdit[]) : []));
}

/** Each symbol as `name (detail)`, the nested ones indented. */
export function outline(text: string): readonly string[] {
  const lines = (symbols: readonly DocumentSymbol[], indent: string): readonly string[] =>
    symbols.flatMap(({ name, detail, children = [] }) => [
      `${indent}${name}${detail ? ` (${detail})` : ""}`,
      ...lines(children, `${indent}  `),
    ]);
  return lines(documentSymbols(viewOf(text)), "");
}
