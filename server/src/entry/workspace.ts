import {
  type Range,
  TextDocument,
  type TextDocumentContentChangeEvent,
} from "vscode-languageserver-textdocument";
import { builtInCatalogue } from "../../generated/catalogue";
import { builtInModels } from "../../generated/models";
import type { Catalogue } from "../core/catalogue";
import { type Knowledge, MeetingDocument } from "../core/document";
import type { Finding } from "../core/finding";
import { Suggester } from "../core/suggest/index";
import { unpack } from "../core/suggest/models";
import { Vocabulary } from "../core/vocabulary";
import { shownFindings, type Typing } from "../features/diagnostics";
import type { View } from "../features/view";

interface OpenFile {
  readonly positions: TextDocument;
  readonly document: MeetingDocument;
  /** the line that is being typed, until the cursor leaves it or the typing rests */
  readonly typing?: Typing;
}

/** The files a client has open, each read once a version. */
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

  open(uri: string, languageId: string, version: number, text: string): void {
    const positions = TextDocument.create(uri, languageId, version, text);
    this.#open.set(uri, { positions, document: MeetingDocument.read(text, this.#knowledge) });
  }

  /** Takes incremental changes in their order. Returns false for a file that is not open. */
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): boolean {
    const file = this.#open.get(uri);
    if (!file) return false;
    const typing = typingAfter(changes, file, uri);
    const positions = TextDocument.update(file.positions, [...changes], version);
    const document = MeetingDocument.read(positions.getText(), this.#knowledge, file.document);
    this.#open.set(uri, { positions, document, ...(typing && { typing }) });
    return true;
  }

  close(uri: string): void {
    this.#open.delete(uri);
  }

  view(uri: string): View | undefined {
    const file = this.#open.get(uri);
    if (!file) return undefined;
    const { document, positions } = file;
    return { uri, document, positions, ...(this.#rulesPage !== undefined && { rulesPage: this.#rulesPage }) };
  }

  typing(uri: string): Typing | undefined {
    return this.#open.get(uri)?.typing;
  }

  /** Ends the grace of the line that is being typed; true where there was one. */
  rest(uri: string): boolean {
    const file = this.#open.get(uri);
    if (file?.typing === undefined) return false;
    this.#open.set(uri, { positions: file.positions, document: file.document });
    return true;
  }

  /** Reads every open file anew with another catalogue; the built-in one where none is given. */
  learn(catalogue: Catalogue = builtInCatalogue, today: string = this.#knowledge.today): void {
    if (catalogue === this.#knowledge.vocabulary.catalogue && today === this.#knowledge.today) return;
    this.#knowledge = knowledgeOf(catalogue, today);
    for (const [uri, file] of this.#open) {
      this.#open.set(uri, {
        ...file,
        document: MeetingDocument.read(file.positions.getText(), this.#knowledge),
      });
    }
  }
}

/** All that is known before a file is read. */
export function knowledgeOf(catalogue: Catalogue, today: string): Knowledge {
  const vocabulary = new Vocabulary(catalogue);
  const learned = catalogue === builtInCatalogue ? unpack(builtInModels, vocabulary) : undefined;
  return { vocabulary, suggester: new Suggester(vocabulary, learned), today };
}

/** A single small change is somebody typing. What was shown of that line before it began stays known. */
function typingAfter(
  changes: readonly TextDocumentContentChangeEvent[],
  file: OpenFile,
  uri: string,
): Typing | undefined {
  const change = changes[0];
  if (changes.length !== 1 || !change || !("range" in change) || change.text.length > 200) return undefined;
  const { start, end } = change.range;
  const newLines = change.text.split("\n").length - 1;
  const line = start.line + newLines;
  if (newLines === 0 && start.line === end.line && file.typing?.line === line) return file.typing;
  return { line, known: shownAround(change.range, newLines > 0, file, uri) };
}

/** What was shown of the lines a change touches; where it ends its line, only what moves on behind it. */
function shownAround(change: Range, endsLine: boolean, file: OpenFile, uri: string): readonly Finding[] {
  const { positions, document, typing } = file;
  const view: View = { uri, document, positions };
  const from = positions.offsetAt(endsLine ? change.end : { line: change.start.line, character: 0 });
  const to = positions.offsetAt({ line: change.end.line + 1, character: 0 });
  return shownFindings(view, typing).filter(({ range }) => range.start < to && from < range.end);
}
