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
import type { FromPage, Place, ToPage } from "../../webview/messages";
import { nameOf, setTitle, showWarning } from "../shared/messages";
import { shellOf } from "./shell";

interface Notes {
  readonly title: string;
  readonly html: string;
  readonly places: readonly Place[];
}

/** A panel beside the active editor, which keeps the focus. */
export function panelFor(viewType: string): WebviewPanel {
  const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
  return window.createWebviewPanel(viewType, "Notes", place, { enableFindWidget: true });
}

export interface PreviewOptions {
  readonly client: LanguageClient;
  readonly uri: Uri;
  /** to show them in, as `panelFor` makes it or VS Code restored it */
  readonly panel: WebviewPanel;
  readonly extension: Uri;
  /** the arrangement; by theme where none is given */
  readonly by?: string;
}

/** The notes of one file, beside it. */
export class Preview {
  readonly #client: LanguageClient;
  #uri: Uri;
  readonly #panel: WebviewPanel;
  #by: string;
  /** a request is under way; another follows when the text has changed meanwhile */
  #isAsking = false;
  #isStale = false;
  /** the cursor's, 0-based */
  #line: number | undefined;
  /** something was typed since the cursor came to its line */
  #isLineNew = false;

  constructor({ client, uri, panel, extension, by = "theme" }: PreviewOptions) {
    this.#client = client;
    this.#uri = uri;
    this.#panel = panel;
    this.#by = by;
    panel.webview.options = { enableScripts: true, localResourceRoots: [extension] };
    const listeners = Disposable.from(
      this.#panel.webview.onDidReceiveMessage((message: FromPage) => this.#receive(message)),
      workspace.onDidChangeTextDocument((event) => {
        if (!this.isOf(event.document)) return;
        this.#isLineNew = true;
        void this.#update();
      }),
      window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        if (this.isOf(textEditor.document)) this.#follow(selections[0]?.active.line);
      }),
    );
    this.#panel.onDidDispose(() => listeners.dispose());
    this.#panel.webview.html = shellOf(this.#panel.webview, extension);
  }

  isOf(document: TextDocument): boolean {
    return document.uri.toString() === this.#uri.toString();
  }

  /** Goes with its file, where that or a folder it is in was moved. */
  moved(from: Uri, to: Uri): void {
    const rest = this.#uri.path.slice(from.path.length);
    const isMine = this.#uri.toString() === from.with({ path: from.path + rest }).toString();
    if (!isMine || !/^(\/|$)/.test(rest)) return;
    this.#uri = to.with({ path: to.path + rest });
    void this.#update();
  }

  reveal(): void {
    this.#panel.reveal(undefined, true);
  }

  /** After the server came back, or its settings changed. */
  async refresh(): Promise<void> {
    await this.#update();
  }

  async #update(): Promise<void> {
    this.#isStale = true;
    if (this.#isAsking || !this.#client.isRunning()) return;
    this.#isAsking = true;
    try {
      while (this.#isStale) {
        this.#isStale = false;
        await this.#show();
      }
    } finally {
      this.#isAsking = false;
    }
  }

  async #show(): Promise<void> {
    const by = this.#by;
    // a file that no editor shows is not open to the server
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
    if (message.type === "arrange") this.#by = message.by;
    void this.#update();
    this.#cursor(this.#editor()?.selection.active.line);
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

  /** Once the cursor leaves a line, the notes show what is wrong with it. */
  #follow(line: number | undefined): void {
    if (line !== this.#line && this.#isLineNew) void this.#update();
    if (line !== this.#line) this.#isLineNew = false;
    this.#line = line;
    this.#cursor(line);
  }

  #cursor(line: number | undefined): void {
    if (line !== undefined) this.#send({ type: "cursor", line });
  }

  /** The file; nothing where there is none any more, which the user is told. */
  async #document(): Promise<TextDocument | undefined> {
    try {
      return await workspace.openTextDocument(this.#uri);
    } catch {
      void showWarning(`${nameOf(this.#uri)} cannot be opened any more; its notes stay as they were.`);
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
