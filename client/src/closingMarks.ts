import { commands, Disposable, type TextEditor, window, workspace } from "vscode";

const contextKey = "wlcgNotes.isBeforeClosingMarks";

/**
 * Sets a context key while the cursor is at the end of a value, before its closing quote or brackets: Enter then continues
 * below the line (`keybindings` in package.json). Everywhere else Enter is the editor's own, without a delay.
 */
export function followClosingMarks(): Disposable {
  let isSet = false;
  const update = (editor: TextEditor | undefined): void => {
    const isBefore = editor !== undefined && isBeforeClosingMarks(editor);
    if (isBefore === isSet) return;
    isSet = isBefore;
    void commands.executeCommand("setContext", contextKey, isBefore);
  };
  return Disposable.from(
    window.onDidChangeTextEditorSelection(({ textEditor }) => update(textEditor)),
    window.onDidChangeActiveTextEditor(update),
    // the text after the cursor may change while the cursor stays
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === window.activeTextEditor?.document) update(window.activeTextEditor);
    }),
  );
}

function isBeforeClosingMarks({ document, selection }: TextEditor): boolean {
  if (document.languageId !== "wlcg-contributions" || !selection.isEmpty) return false;
  const { text } = document.lineAt(selection.active.line);
  const { character } = selection.active;
  return isEndOfValue(text.slice(0, character), text.slice(character));
}

/** An opened value after a key of the format. */
const openValue =
  /^\s*(?:- +)?(?:title|date|series|chairs|place|timezone|url|speakers|community|themes|start|duration|text|owner|due|status|question|code|responses|answer|count|topic|decisions): +(["'[{]|\[["'])/;

/**
 * @param before the line up to the cursor
 * @param after the rest of the line
 * @returns true for `start: "10:00▮"` and `speakers: [A. Forti▮]`; false for `[▮]` and `[A. Forti, ▮]`, where a list begins
 *   or continues
 */
export function isEndOfValue(before: string, after: string): boolean {
  if (!/^["'\]}]{1,3}\s*$/.test(after)) return false;
  const opened = openValue.exec(before);
  if (!opened) return false;
  return opened[1] === '"' || opened[1] === "'"
    ? before.length >= opened[0].length
    : !/[[{,]\s*$/.test(before);
}
