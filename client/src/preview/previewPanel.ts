import {
  Disposable,
  Range,
  type TextDocument,
  type Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { FromPage, HeadingLines, ToPage } from "../../webview/messages";
import { nameOf, setTitle, showWarning } from "../shared/userMessages";
import { pageHtml } from "./pageHtml";

interface Notes {
  readonly title: string;
  readonly html: string;
  readonly places: readonly HeadingLines[];
}

/** Creates a panel beside the active editor, which keeps the focus. */
export function panelFor(viewType: string): WebviewPanel {
  const showOptions = { viewColumn: ViewColumn.Beside, preserveFocus: true };
  return window.createWebviewPanel(viewType, "Notes", showOptions, { enableFindWidget: true });
}

export interface PreviewOptions {
  readonly client: LanguageClient;
  readonly uri: Uri;
  /** from `panelFor`, or restored by VS Code */
  readonly panel: WebviewPanel;
  readonly extension: Uri;
  /** the arrangement; `theme` by default */
  readonly by?: string;
}

/** The notes of one file, beside it. */
export class PreviewPanel {
  readonly #client: LanguageClient;
  #uri: Uri;
  readonly #panel: WebviewPanel;
  #arrangement: string;
  /** a request is running; another follows if the text has changed meanwhile */
  #isRequesting = false;
  #isStale = false;
  /** line of the cursor, 0-based */
  #line: number | undefined;
  /** the text has changed since the cursor entered its line */
  #hasTypedOnLine = false;

  constructor({ client, uri, panel, extension, by = "theme" }: PreviewOptions) {
    this.#client = client;
    this.#uri = uri;
    this.#panel = panel;
    this.#arrangement = by;
    panel.webview.options = { enableScripts: true, localResourceRoots: [extension] };
    const listeners = Disposable.from(
      this.#panel.webview.onDidReceiveMessage((message: FromPage) => this.#receive(message)),
      workspace.onDidChangeTextDocument((event) => {
        if (!this.isOf(event.document)) return;
        this.#hasTypedOnLine = true;
        void this.#update();
      }),
      window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        if (this.isOf(textEditor.document)) this.#cursorMoved(selections[0]?.active.line);
      }),
    );
    this.#panel.onDidDispose(() => listeners.dispose());
    this.#panel.webview.html = pageHtml(this.#panel.webview, extension);
  }

  isOf(document: TextDocument): boolean {
    return document.uri.toString() === this.#uri.toString();
  }

  /** Follows its file if that, or a folder that contains it, was moved. */
  fileMoved(from: Uri, to: Uri): void {
    const relativePath = this.#uri.path.slice(from.path.length);
    const isAffected = this.#uri.toString() === from.with({ path: from.path + relativePath }).toString();
    if (!isAffected || !/^(\/|$)/.test(relativePath)) return;
    this.#uri = to.with({ path: to.path + relativePath });
    void this.#update();
  }

  reveal(): void {
    this.#panel.reveal(undefined, true);
  }

  /** Called after the server has restarted. */
  async refresh(): Promise<void> {
    await this.#update();
  }

  async #update(): Promise<void> {
    this.#isStale = true;
    if (this.#isRequesting || !this.#client.isRunning()) return;
    this.#isRequesting = true;
    try {
      while (this.#isStale) {
        this.#isStale = false;
        await this.#requestNotes();
      }
    } finally {
      this.#isRequesting = false;
    }
  }

  async #requestNotes(): Promise<void> {
    const by = this.#arrangement;
    // makes sure that the file is open on the server too
    if (!(await this.#document())) return;
    const notes = await this.#client.sendRequest<Notes | null>("wlcgNotes/preview", {
      textDocument: { uri: this.#uri.toString() },
      by,
    });
    if (!notes) return;
    setTitle(this.#panel, `Notes: ${notes.title || "untitled"}`);
    this.#send({ type: "show", uri: this.#uri.toString(), html: notes.html, places: notes.places, by });
  }

  #receive(message: FromPage): void {
    if (message.type === "goTo") return void this.#goTo(message.line);
    if (message.type === "arrange") this.#arrangement = message.by;
    void this.#update();
    this.#sendCursor(this.#editor()?.selection.active.line);
  }

  async #goTo(line: number): Promise<void> {
    const document = await this.#document();
    if (!document) return;
    const start = Math.min(Math.max(0, line), document.lineCount - 1);
    await window.showTextDocument(document, {
      viewColumn: this.#editor()?.viewColumn ?? ViewColumn.One,
      selection: new Range(start, 0, start, 0),
    });
  }

  /** Once the cursor leaves a line, the notes show its errors. */
  #cursorMoved(line: number | undefined): void {
    if (line !== this.#line && this.#hasTypedOnLine) void this.#update();
    if (line !== this.#line) this.#hasTypedOnLine = false;
    this.#line = line;
    this.#sendCursor(line);
  }

  #sendCursor(line: number | undefined): void {
    if (line !== undefined) this.#send({ type: "cursor", line });
  }

  /** The file; undefined with a message to the user if it cannot be opened. */
  async #document(): Promise<TextDocument | undefined> {
    try {
      return await workspace.openTextDocument(this.#uri);
    } catch {
      void showWarning(`${nameOf(this.#uri)} cannot be opened; its preview is not updated.`);
      return undefined;
    }
  }

  #editor() {
    return window.visibleTextEditors.find(({ document }) => this.isOf(document));
  }

  #send(message: ToPage): void {
    void this.#panel.webview.postMessage(message);
  }
}
