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

/** UTF-16 units of a file that takes its time to be cut, and of what one sees of it first. */
const longFile = 1_000_000;
const sight = 50_000;

interface OpenFile {
  readonly document: MeetingDocument;
  readonly version: number | null;
  /** the line that is being typed, until the cursor leaves it or the typing rests */
  readonly typing?: Typing;
}

/** New text for a part of a file, or for all of it, as LSP has it. */
export interface Change {
  /** all of the file where there is none */
  readonly range?: Range | null;
  readonly text: string;
}

/** The files a client has open, each version made of the one before. */
export class Workspace {
  readonly #open = new Map<string, OpenFile>();
  readonly #rulesPage: string | undefined;
  #knowledge: Knowledge;

  /** @param rulesPage address of the page that explains the codes, where there is one */
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

  /** A long file is cut when somebody asks for it. */
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
   * The first screens of a long file, for which nothing is cut but these.
   * @returns nothing of a file that is not long, and of one that is too long
   */
  firstSight(uri: string, version: number | null, text: string, isTime: () => boolean): View | undefined {
    const most = this.#knowledge.limits?.length ?? text.length;
    if (!isLong(text) || text.length > most) return undefined;
    const document = MeetingDocument.open(text.slice(0, text.lastIndexOf("\n", sight) + 1), this.#knowledge);
    // what stands last goes on behind the part
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

  /** Ends the grace of the line that is being typed; true where there was one. */
  rest(uri: string): boolean {
    const file = this.#open.get(uri);
    if (file?.typing === undefined) return false;
    this.#open.set(uri, { version: file.version, document: file.document });
    return true;
  }

  /** Reads every open file anew with another catalogue; the built-in one where none is given. */
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

  /** Reads every open file anew. */
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

/** True for a text that takes its time to be cut. */
function isLong(text: string): boolean {
  return text.length > longFile;
}

function limitsOf({ limits }: Knowledge): Pick<Knowledge, "limits"> {
  return limits ? { limits } : {};
}

function viewOf({ document, version }: OpenFile, uri: string): View {
  return { uri, document, positions: new Positions(version, document) };
}

/** A single small change is somebody typing. What was shown of that line before it began stays known. */
function typingAfter(changes: readonly Change[], file: OpenFile, uri: string): Typing | undefined {
  const change = changes[0];
  if (changes.length !== 1 || !change?.range || change.text.length > 200) return undefined;
  const { start, end } = change.range;
  const newLines = change.text.split("\n").length - 1;
  const line = start.line + newLines;
  if (newLines === 0 && start.line === end.line && file.typing?.line === line) return file.typing;
  return { line, known: shownAround(change.range, newLines > 0, viewOf(file, uri), file.typing) };
}

/** What was shown of the lines a change touches; where it ends its line, only what moves on behind it. */
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
