/** Scrolls the editor with the page, and reports when the user scrolls the editor. */
import { type Disposable, Range, TextEditorRevealType, type Uri, window, workspace } from "vscode";
import { editorOf, isSame } from "./sourceEditor";

/** Milliseconds after which a change of the visible lines has another cause. */
const causeMilliseconds = 300;

export interface ScrollSyncOptions {
  readonly file: () => Uri;
  /** @param line the first visible line of the editor, 0-based */
  readonly onScroll: (line: number) => void;
}

export class ScrollSync {
  readonly #file: () => Uri;
  readonly #listener: Disposable;
  /** time of the last change of the text, the cursor or the page, which may scroll the editor too */
  #otherCause = 0;
  /** time when the page was last scrolled with the editor */
  #pageScrolled = 0;

  constructor({ file, onScroll }: ScrollSyncOptions) {
    this.#file = file;
    this.#listener = window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges }) => {
      const line = visibleRanges[0]?.start.line;
      const isUsers = Date.now() - this.#otherCause > causeMilliseconds;
      if (line === undefined || !isUsers || !isSame(textEditor.document.uri, file())) return;
      if (!isEnabled("scrollPreviewWithEditor", file())) return;
      this.#pageScrolled = Date.now();
      onScroll(line);
    });
  }

  /** The text or the cursor has changed: the page follows the cursor, not the visible lines. */
  cursorMoved(): void {
    this.#otherCause = Date.now();
  }

  /** @param line at the upper edge of the page, 0-based */
  scrollEditor(line: number): void {
    const editor = editorOf(this.#file());
    if (Date.now() - this.#pageScrolled < causeMilliseconds) return;
    if (!editor || !isEnabled("scrollEditorWithPreview", this.#file())) return;
    this.#otherCause = Date.now();
    const start = Math.min(Math.max(0, line), editor.document.lineCount - 1);
    editor.revealRange(new Range(start, 0, start, 0), TextEditorRevealType.AtTop);
  }

  dispose(): void {
    this.#listener.dispose();
  }
}

function isEnabled(setting: string, file: Uri): boolean {
  return workspace.getConfiguration("wlcgNotes.preview", file).get(setting, true);
}
