import { Disposable, Uri, type WebviewPanel, window } from "vscode";
import { type LanguageClient, State } from "vscode-languageclient/node";
import type { PageState } from "../../webview/messages";
import { Preview, panelFor } from "./preview";

export interface Previews extends Disposable {
  /** Shows the notes of the active editor's file beside it. */
  open(): void;
}

const viewType = "wlcgNotes.preview";

/** One preview a file; they come back with the server after a crash, and with the window after a reload. */
export function previews(client: LanguageClient, extension: Uri): Previews {
  const open = new Map<string, Preview>();
  const show = (uri: Uri, panel: WebviewPanel, by?: string): void => {
    const key = uri.toString();
    open.set(key, new Preview({ client, uri, panel, extension, ...(by !== undefined && { by }) }));
    panel.onDidDispose(() => open.delete(key));
  };
  const listeners = Disposable.from(
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) for (const preview of open.values()) void preview.refresh();
    }),
    window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async (panel, state: Partial<PageState> | undefined) => {
        if (state?.uri) show(Uri.parse(state.uri), panel, state.by);
        else panel.dispose();
      },
    }),
  );
  return {
    open: () => {
      const document = window.activeTextEditor?.document;
      if (document?.languageId !== "wlcg-contributions") return;
      const known = open.get(document.uri.toString());
      if (known) return known.reveal();
      show(document.uri, panelFor(viewType));
    },
    dispose: () => listeners.dispose(),
  };
}
