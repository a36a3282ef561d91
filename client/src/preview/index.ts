import { type Disposable, type Uri, window } from "vscode";
import { type LanguageClient, State } from "vscode-languageclient/node";
import { Preview } from "./preview";

export interface Previews extends Disposable {
  /** Shows the notes of the active editor's file beside it. */
  open(): void;
}

/** One preview a file; they come back with the server after a crash. */
export function previews(client: LanguageClient, extension: Uri): Previews {
  const open = new Map<string, Preview>();
  const listener = client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) for (const preview of open.values()) void preview.refresh();
  });
  return {
    open: () => {
      const document = window.activeTextEditor?.document;
      if (document?.languageId !== "wlcg-contributions") return;
      const key = document.uri.toString();
      const known = open.get(key);
      if (known) return known.reveal();
      open.set(key, new Preview(client, document, extension, () => void open.delete(key)));
    },
    dispose: () => listener.dispose(),
  };
}
