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
import { coalesced } from "../shared/coalesced";
import { setTitle } from "../shared/userMessages";
import { pageHtml } from "./pageHtml";
import { ScrollSync } from "./scrollSync";
import { columnOf, editorOf, isSame, openSource } from "./sourceEditor";

interface Notes {
  readonly title: string;
  readonly html: string;
  readonly places: readonly HeadingLines[];
}

export interface PreviewOptions {
  readonly client: LanguageClient;
  readonly file: Uri;
  /** new, or restored by VS Code */
  readonly panel: WebviewPanel;
  readonly extension: Uri;
  /** the arrangement; `theme` by default */
  readonly by?: string;
  readonly isLocked?: boolean;
}

/** A page with the notes of one file at a time. */
export class PreviewPanel {
  readonly panel: WebviewPanel;
  readonly #client: LanguageClient;
  readonly #scrollSync: ScrollSync;
  readonly #update: () => Promise<void>;
  #file: Uri;
  #isLocked: boolean;
  #arrangement: string;
  /** width of the page's text in characters, once it is known */
  #width: number | undefined;
  #shownFile: Uri | undefined;
  #meetingTitle = "";
  /** line of the cursor, 0-based */
  #line: number | undefined;
  /** the text has changed since the cursor entered its line */
  #hasTypedOnLine = false;

  constructor({ client, file, panel, extension, by = "theme", isLocked = false }: PreviewOptions) {
    this.panel = panel;
    this.#client = client;
    this.#file = file;
    this.#arrangement = by;
    this.#isLocked = isLocked;
    this.#update = coalesced(() => this.#requestNotes());
    this.#scrollSync = new ScrollSync({
      file: () => this.#file,
      onScroll: (line) => this.#send({ type: "scroll", line }),
    });
    panel.webview.options = { enableScripts: true, localResourceRoots: [extension] };
    const listeners = Disposable.from(this.#scrollSync, ...this.#listeners());
    panel.onDidDispose(() => listeners.dispose());
    panel.webview.html = pageHtml(panel.webview, extension);
  }

  get file(): Uri {
    return this.#file;
  }

  /** True if the page stays with its file instead of following the active editor. */
  get isLocked(): boolean {
    return this.#isLocked;
  }

  /** Locks the page to its file, or has it follow the active editor. */
  lock(isLocked: boolean): void {
    this.#isLocked = isLocked;
    void this.#update();
  }

  /** Shows the notes of another file. */
  show(file: Uri): void {
    if (isSame(file, this.#file)) return;
    this.#file = file;
    [this.#line, this.#hasTypedOnLine] = [undefined, false];
    void this.#update();
  }

  /** Follows its file if that, or a folder that contains it, was moved. */
  fileMoved(from: Uri, to: Uri): void {
    const relativePath = this.#file.path.slice(from.path.length);
    const isAffected = this.#file.toString() === from.with({ path: from.path + relativePath }).toString();
    if (!isAffected || !/^(\/|$)/.test(relativePath)) return;
    this.#file = to.with({ path: to.path + relativePath });
    void this.#update();
  }

  /** Requests the notes again, for example after the server has restarted. */
  async refresh(): Promise<void> {
    await this.#update();
  }

  /** Shows the file with the cursor where it is, or at the start of a line. */
  async showSource(line?: number): Promise<void> {
    const document = await openSource(this.#file);
    if (!document) return;
    const start = line === undefined ? undefined : Math.min(Math.max(0, line), document.lineCount - 1);
    await window.showTextDocument(document, {
      viewColumn: columnOf(this.#file) ?? ViewColumn.Active,
      ...(start !== undefined && { selection: new Range(start, 0, start, 0) }),
    });
  }

  #listeners(): readonly Disposable[] {
    return [
      this.panel.webview.onDidReceiveMessage((message: FromPage) => this.#receive(message)),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (!this.#isOf(document)) return;
        this.#hasTypedOnLine = true;
        this.#scrollSync.cursorMoved();
        void this.#update();
      }),
      window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        if (!this.#isOf(textEditor.document)) return;
        this.#scrollSync.cursorMoved();
        this.#cursorMoved(selections[0]?.active.line);
      }),
    ];
  }

  #isOf(document: TextDocument): boolean {
    return isSame(document.uri, this.#file);
  }

  async #requestNotes(): Promise<void> {
    const [file, by] = [this.#file, this.#arrangement];
    // makes sure that the file is open on the server too
    if (!this.#client.isRunning() || !(await openSource(file))) return;
    const notes = await this.#client.sendRequest<Notes | null>("wlcgNotes/preview", {
      textDocument: { uri: file.toString() },
      by,
      ...(this.#width !== undefined && { width: this.#width }),
    });
    if (!notes || !isSame(file, this.#file)) return;
    this.#meetingTitle = notes.title || "untitled";
    this.#showTitle();
    const { html, places } = notes;
    this.#send({ type: "show", uri: file.toString(), html, places, by, isLocked: this.#isLocked });
    if (isSame(file, this.#shownFile)) return;
    this.#shownFile = file;
    this.#sendCursor(editorOf(file)?.selection.active.line);
  }

  #showTitle(): void {
    setTitle(this.panel, `${this.#isLocked ? "Notes (locked)" : "Notes"}: ${this.#meetingTitle}`);
  }

  #receive(message: FromPage): void {
    if (message.type === "goTo") return void this.showSource(message.line);
    if (message.type === "scroll") return void this.#scrollSync.scrollEditor(message.line);
    if (message.type === "arrange") this.#arrangement = message.by;
    else this.#width = message.width;
    // a page that was hidden starts again
    if (message.type === "ready") this.#shownFile = undefined;
    void this.#update();
  }

  /** Once the cursor leaves a line, the notes show its errors. */
  #cursorMoved(line: number | undefined): void {
    if (line !== this.#line && this.#hasTypedOnLine) void this.#update();
    if (line !== this.#line) this.#hasTypedOnLine = false;
    this.#line = line;
    if (isSame(this.#file, this.#shownFile)) this.#sendCursor(line);
  }

  #sendCursor(line: number | undefined): void {
    if (line !== undefined) this.#send({ type: "cursor", line });
  }

  #send(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }
}
