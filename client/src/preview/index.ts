import { Disposable, Uri, type WebviewPanel, window, workspace } from "vscode";
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
  const open = new Set<Preview>();
  const show = (uri: Uri, panel: WebviewPanel, by?: string): void => {
    const preview = new Preview({ client, uri, panel, extension, ...(by !== undefined && { by }) });
    open.add(preview);
    panel.onDidDispose(() => open.delete(preview));
  };
  const listeners = Disposable.from(
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) for (const preview of open) void preview.refresh();
    }),
    workspace.onDidRenameFiles(({ files }) => {
      for (const preview of open) for (const { oldUri, newUri } of files) preview.moved(oldUri, newUri);
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
      const known = [...open].find((preview) => preview.isOf(document));
      if (known) return known.reveal();
      show(document.uri, panelFor(viewType));
    },
    dispose: () => listeners.dispose(),
  };
}
