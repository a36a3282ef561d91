import {
  commands,
  Disposable,
  type TextEditor,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from "vscode";
import { type LanguageClient, State, type StaticFeature } from "vscode-languageclient/node";
import type { PageState } from "../../webview/messages";
import { PreviewPanel } from "./previewPanel";
import { isSame } from "./sourceEditor";

const viewType = "wlcgNotes.preview";
/** The server sends it once it has read changed settings or another catalogue. */
const refreshRequest = "wlcgNotes/preview/refresh";
const lockedContext = "wlcgNotes.isPreviewLocked";

/** Announces to the server that the client accepts the request. */
const refreshSupport: StaticFeature = {
  fillClientCapabilities(capabilities) {
    capabilities.experimental = { wlcgNotes: { preview: { refreshSupport: true } } };
  },
  initialize() {},
  getState: () => ({ kind: "static" }),
  clear() {},
};

/**
 * The previews of a window: one that follows the active editor, and those that are locked to their file. They are
 * refreshed when the server restarts, and restored when the window reloads.
 */
export class Previews {
  readonly #client: LanguageClient;
  readonly #extension: Uri;
  readonly #previews = new Set<PreviewPanel>();
  readonly #listeners: Disposable;

  constructor(client: LanguageClient, extension: Uri) {
    this.#client = client;
    this.#extension = extension;
    client.registerFeature(refreshSupport);
    this.#listeners = Disposable.from(
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) this.#refreshAll();
      }),
      client.onRequest(refreshRequest, () => this.#refreshAll()),
      workspace.onDidRenameFiles(({ files }) => {
        for (const preview of this.#previews)
          for (const { oldUri, newUri } of files) preview.fileMoved(oldUri, newUri);
      }),
      window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
      window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: async (panel, state: Partial<PageState> | undefined) =>
          this.#restore(panel, state),
      }),
    );
  }

  /** The preview that has the focus, or is in front in the active group. */
  get active(): PreviewPanel | undefined {
    return [...this.#previews].find(({ panel }) => panel.active);
  }

  /** Shows the notes of a file beside its editor, or in the same group. */
  async open(file: Uri, place: "beside" | "here"): Promise<void> {
    const document = await workspace.openTextDocument(file);
    if (document.languageId !== "wlcg-contributions") return;
    const all = [...this.#previews];
    const preview =
      all.find(({ isLocked }) => !isLocked) ?? all.find((locked) => isSame(locked.file, document.uri));
    if (!preview) return void this.#add(document.uri, newPanel(place));
    preview.show(document.uri);
    reveal(preview.panel, place);
  }

  /** Locks the active preview to its file, or has it follow the active editor instead of another one. */
  lockActive(isLocked: boolean): void {
    const preview = this.active;
    if (!preview) return;
    if (!isLocked)
      for (const other of this.#previews) if (other !== preview && !other.isLocked) other.panel.dispose();
    preview.lock(isLocked);
    this.#setContext();
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  /** @returns the answer to the server */
  #refreshAll(): null {
    for (const preview of this.#previews) void preview.refresh();
    return null;
  }

  #follow(editor: TextEditor | undefined): void {
    if (editor?.document.languageId !== "wlcg-contributions") return;
    for (const preview of this.#previews) if (!preview.isLocked) preview.show(editor.document.uri);
  }

  #restore(panel: WebviewPanel, state: Partial<PageState> | undefined): void {
    if (state?.uri) this.#add(Uri.parse(state.uri), panel, state);
    else panel.dispose();
  }

  #add(file: Uri, panel: WebviewPanel, { by, isLocked = false }: Partial<PageState> = {}): void {
    const options = { client: this.#client, extension: this.#extension, file, panel, isLocked };
    const preview = new PreviewPanel({ ...options, ...(by !== undefined && { by }) });
    this.#previews.add(preview);
    panel.onDidChangeViewState(() => this.#setContext());
    panel.onDidDispose(() => {
      this.#previews.delete(preview);
      this.#setContext();
    });
    this.#setContext();
  }

  #setContext(): void {
    void commands.executeCommand("setContext", lockedContext, this.active?.isLocked ?? false);
  }
}

function newPanel(place: "beside" | "here"): WebviewPanel {
  const showOptions =
    place === "beside"
      ? { viewColumn: ViewColumn.Beside, preserveFocus: true }
      : { viewColumn: ViewColumn.Active, preserveFocus: false };
  return window.createWebviewPanel(viewType, "Notes", showOptions, { enableFindWidget: true });
}

/** A panel that is in another group than the editor is beside it already. */
function reveal(panel: WebviewPanel, place: "beside" | "here"): void {
  const isBeside = panel.viewColumn !== window.tabGroups.activeTabGroup.viewColumn;
  if (place === "here") panel.reveal(ViewColumn.Active, false);
  else if (isBeside) panel.reveal(undefined, true);
  else panel.reveal(ViewColumn.Beside, true);
}
