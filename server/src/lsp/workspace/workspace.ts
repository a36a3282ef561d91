import type { Range } from "vscode-languageserver-types";
import { builtInCatalogue } from "../../../generated/catalogue";
import type { Knowledge } from "../../core/analysis/knowledge";
import { MeetingDocument } from "../../core/analysis/meetingDocument";
import type { Catalogue } from "../../core/catalogue/catalogue";
import { limitsFor } from "../../core/document/limits";
import type { Finding } from "../../core/findings/finding";
import { shownFindings, type Typing } from "../../features/diagnostics/typedLine";
import { Positions } from "../../features/shared/positions";
import type { View } from "../../features/shared/view";
import { knowledgeOf } from "../../host/builtInKnowledge";

/** UTF-16 units of a file that is not split into blocks until it is needed, and of its first screens. */
const longFile = 1_000_000;
const firstScreens = 50_000;

interface OpenFile {
  readonly document: MeetingDocument;
  readonly version: number | null;
  /** the line that the user types, until the cursor leaves it or the user pauses */
  readonly typing?: Typing;
}

/** A change of LSP: new text for a part of a file, or for all of it. */
export interface Change {
  /** without a range the text replaces all of the file */
  readonly range?: Range | null;
  readonly text: string;
}

/** The open files of a client; each version of a file is an edit of the version before. */
export class Workspace {
  readonly #open = new Map<string, OpenFile>();
  readonly #rulesPage: string | undefined;
  #knowledge: Knowledge;

  /** @param rulesPage address of the page that explains the codes, if there is one */
  constructor(today: string, rulesPage?: string) {
    this.#rulesPage = rulesPage;
    this.#knowledge = knowledgeOf(builtInCatalogue, today);
  }

  get knowledge(): Knowledge {
    return this.#knowledge;
  }

  uris(): readonly string[] {
    return [...this.#open.keys()];
  }

  /** A long file is split into blocks at the first request for it. */
  open(uri: string, version: number | null, text: string): void {
    const knowledge = this.#knowledge;
    let document = isLong(text) ? undefined : MeetingDocument.open(text, knowledge);
    this.#open.set(uri, {
      version,
      get document() {
        document ??= MeetingDocument.open(text, knowledge);
        return document;
      },
    });
  }

  /**
   * The first screens of a long file; the rest of it is not split into blocks.
   * @param isTime whether the time for it is over
   * @returns undefined for a file that is not long, or too long
   */
  firstSight(uri: string, version: number | null, text: string, isTime: () => boolean): View | undefined {
    const maxLength = this.#knowledge.limits?.length ?? text.length;
    if (!isLong(text) || text.length > maxLength) return undefined;
    const document = MeetingDocument.open(
      text.slice(0, text.lastIndexOf("\n", firstScreens) + 1),
      this.#knowledge,
    );
    // the last block continues after the part
    let left = document.list.kept.length - 1;
    if (left > 0) document.readSome(() => --left <= 0 || isTime());
    return this.#viewOf({ document, version }, uri);
  }

  /** Takes changes in their order. Returns false for a file that is not open. */
  change(uri: string, version: number | null, changes: readonly Change[]): boolean {
    const file = this.#open.get(uri);
    if (!file) return false;
    const typing = typingAfter(changes, file, uri);
    let { document } = file;
    for (const change of changes) document = this.#changed(document, change);
    this.#open.set(uri, { version, document, ...(typing && { typing }) });
    return true;
  }

  close(uri: string): void {
    this.#open.delete(uri);
  }

  document(uri: string): MeetingDocument | undefined {
    return this.#open.get(uri)?.document;
  }

  view(uri: string): View | undefined {
    const file = this.#open.get(uri);
    return file && this.#viewOf(file, uri);
  }

  typing(uri: string): Typing | undefined {
    return this.#open.get(uri)?.typing;
  }

  /** The typed line counts as complete from here; false if there was none. */
  rest(uri: string): boolean {
    const file = this.#open.get(uri);
    if (file?.typing === undefined) return false;
    this.#open.set(uri, { version: file.version, document: file.document });
    return true;
  }

  /** Parses every open file again with another catalogue, by default the built-in one. */
  learn(catalogue: Catalogue = builtInCatalogue, today: string = this.#knowledge.today): void {
    if (catalogue === this.#knowledge.vocabulary.catalogue && today === this.#knowledge.today) return;
    this.#know({ ...knowledgeOf(catalogue, today), ...limitsOf(this.#knowledge) });
  }

  /** Millions of characters (2^20) that a file may have to be read. */
  set maxFileSize(megabytes: number) {
    const limits = limitsFor(megabytes);
    if (limits.length !== this.#knowledge.limits?.length) this.#know({ ...this.#knowledge, limits });
  }

  #viewOf(file: OpenFile, uri: string): View {
    return { ...viewOf(file, uri), ...(this.#rulesPage !== undefined && { rulesPage: this.#rulesPage }) };
  }

  /** Parses every open file again. */
  #know(knowledge: Knowledge): void {
    this.#knowledge = knowledge;
    for (const [uri, file] of this.#open)
      this.#open.set(uri, { ...file, document: MeetingDocument.open(file.document.text, this.#knowledge) });
  }

  #changed(document: MeetingDocument, change: Change): MeetingDocument {
    if (!change.range) return MeetingDocument.open(change.text, this.#knowledge, document);
    const positions = new Positions(0, document);
    const [start, end] = [positions.offsetAt(change.range.start), positions.offsetAt(change.range.end)];
    return document.edit({ start: Math.min(start, end), end: Math.max(start, end), text: change.text });
  }
}

function isLong(text: string): boolean {
  return text.length > longFile;
}

function limitsOf({ limits }: Knowledge): Pick<Knowledge, "limits"> {
  return limits ? { limits } : {};
}

function viewOf({ document, version }: OpenFile, uri: string): View {
  return { uri, document, positions: new Positions(version, document) };
}

/** A single small change counts as typing; it remembers the findings that the line had before. */
function typingAfter(changes: readonly Change[], file: OpenFile, uri: string): Typing | undefined {
  const change = changes[0];
  if (changes.length !== 1 || !change?.range || change.text.length > 200) return undefined;
  const { start, end } = change.range;
  const newLines = change.text.split("\n").length - 1;
  const line = start.line + newLines;
  if (newLines === 0 && start.line === end.line && file.typing?.line === line) return file.typing;
  return { line, known: shownAround(change.range, newLines > 0, viewOf(file, uri), file.typing) };
}

/** The findings shown on the lines of a change; for a line break only those after it, which move to the next line. */
function shownAround(change: Range, endsLine: boolean, view: View, typing?: Typing): readonly Finding[] {
  const { document, positions } = view;
  const from = positions.offsetAt(endsLine ? change.end : { line: change.start.line, character: 0 });
  const to = positions.offsetAt({ line: change.end.line + 1, character: 0 });
  const shown = shownFindings(view, typing);
  const around: Finding[] = [];
  for (let index = document.indexAt(from); index <= document.indexAt(to); index++) {
    const start = document.startOf(index);
    around.push(
      ...shown.findingsIn(index).filter(({ range }) => start + range.start < to && from < start + range.end),
    );
  }
  return around;
}
