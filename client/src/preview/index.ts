import { Disposable, Uri, type WebviewPanel, window, workspace } from "vscode";
import { type LanguageClient, State } from "vscode-languageclient/node";
import type { PageState } from "../../webview/messages";
import { PreviewPanel, panelFor } from "./previewPanel";

export interface Previews extends Disposable {
  /** Shows the notes of a file beside the editor; by default those of the active editor's file. */
  open(file?: Uri): Promise<void>;
}

const viewType = "wlcgNotes.preview";

/**
 * Previews, one per file; they are refreshed when the server restarts, and restored when the window reloads.
 */
export function previews(client: LanguageClient, extension: Uri): Previews {
  const openPreviews = new Set<PreviewPanel>();
  const show: Show = (uri, panel, by) => {
    const preview = new PreviewPanel({ client, uri, panel, extension, ...(by !== undefined && { by }) });
    openPreviews.add(preview);
    panel.onDidDispose(() => openPreviews.delete(preview));
  };
  const listeners = Disposable.from(
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) for (const preview of openPreviews) void preview.refresh();
    }),
    workspace.onDidRenameFiles(({ files }) => {
      for (const preview of openPreviews)
        for (const { oldUri, newUri } of files) preview.fileMoved(oldUri, newUri);
    }),
    restoreWith(show),
  );
  return { open: (file) => openBeside(openPreviews, show, file), dispose: () => listeners.dispose() };
}

type Show = (uri: Uri, panel: WebviewPanel, by?: string) => void;

/** Restores the panels after a reload of the window. */
function restoreWith(show: Show): Disposable {
  return window.registerWebviewPanelSerializer(viewType, {
    deserializeWebviewPanel: async (panel, state: Partial<PageState> | undefined) => {
      if (state?.uri) show(Uri.parse(state.uri), panel, state.by);
      else panel.dispose();
    },
  });
}

async function openBeside(previews: Iterable<PreviewPanel>, show: Show, file?: Uri): Promise<void> {
  const document = file ? await workspace.openTextDocument(file) : window.activeTextEditor?.document;
  if (document?.languageId !== "wlcg-contributions") return;
  const open = [...previews].find((preview) => preview.isOf(document));
  if (open) open.reveal();
  else show(document.uri, panelFor(viewType));
}
