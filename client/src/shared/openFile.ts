import { type Uri, window } from "vscode";

/** The meeting in the active editor; else in a visible one; else in a tab that is not visible. */
export function openFile(): Uri | undefined {
  const editors = [window.activeTextEditor, ...window.visibleTextEditors];
  const shown = editors.find((editor) => editor?.document.languageId === "wlcg-contributions");
  return shown?.document.uri ?? fileOfTab();
}

function fileOfTab(): Uri | undefined {
  const files = window.tabGroups.all.flatMap(({ tabs }) =>
    tabs.flatMap(({ input }) => (input as { readonly uri?: Uri } | undefined)?.uri ?? []),
  );
  return files.find(({ path }) => /\.contributions\.ya?ml$/.test(path));
}
