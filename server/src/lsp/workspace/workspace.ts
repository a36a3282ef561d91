import { builtInCatalogue } from "../../../generated/catalogue";
import type { Knowledge } from "../../core/analysis/knowledge";
import { MeetingDocument } from "../../core/analysis/meetingDocument";
import type { Catalogue } from "../../core/catalogue/catalogue";
import { limitsFor } from "../../core/document/fileLimits";
import { itemPlaceAt } from "../../features/diagnostics/itemPlace";
import type { TypedPart } from "../../features/diagnostics/typedLine";
import { Positions } from "../../features/shared/positions";
import type { View } from "../../features/shared/view";
import { createKnowledge } from "../../host/builtInKnowledge";
import { type Change, typedAfter } from "./typedAfter";

/** UTF-16 units from which on a file is split into blocks only when needed. */
const largeFileLength = 1_000_000;
/** UTF-16 units of the first screens of such a file. */
const firstScreens = 50_000;

interface OpenFile {
  readonly document: MeetingDocument;
  readonly version: number | null;
  /** what the user types, until the cursor leaves it or the user pauses */
  readonly typed?: TypedPart;
}

/** The open files of a client; each version of a file is an edit of the version before. */
export class Workspace {
  readonly #openFiles = new Map<string, OpenFile>();
  readonly #rulesPage: string | undefined;
  #knowledge: Knowledge;

  /** @param rulesPage address of the page that explains the codes, if there is one */
  constructor(today: string, rulesPage?: string) {
    this.#rulesPage = rulesPage;
    this.#knowledge = createKnowledge(builtInCatalogue, today);
  }

  get knowledge(): Knowledge {
    return this.#knowledge;
  }

  uris(): readonly string[] {
    return [...this.#openFiles.keys()];
  }

  /** A long file is split into blocks at the first request for it. */
  open(uri: string, version: number | null, text: string): void {
    const knowledge = this.#knowledge;
    let document = isLarge(text) ? undefined : MeetingDocument.open(text, knowledge);
    this.#openFiles.set(uri, {
      version,
      get document() {
        document ??= MeetingDocument.open(text, knowledge);
        return document;
      },
    });
  }

  /**
   * A view of the first screens of a large file; splits only that part.
   * @returns undefined for a file that is not large, and for one that exceeds the limits
   */
  openFirstScreen(
    uri: string,
    version: number | null,
    text: string,
    shouldPause: () => boolean,
  ): View | undefined {
    const maxLength = this.#knowledge.limits?.maxLength ?? text.length;
    if (!isLarge(text) || text.length > maxLength) return undefined;
    const document = MeetingDocument.open(
      text.slice(0, text.lastIndexOf("\n", firstScreens) + 1),
      this.#knowledge,
    );
    // the last block continues after the part
    let blocksLeft = document.blockList.blocks.length - 1;
    if (blocksLeft > 0) document.readSome(() => --blocksLeft <= 0 || shouldPause());
    return this.#viewOf({ document, version }, uri);
  }

  /** Applies changes in order. @returns false for a file that is not open */
  change(uri: string, version: number | null, changes: readonly Change[]): boolean {
    const file = this.#openFiles.get(uri);
    if (!file) return false;
    let { document } = file;
    for (const change of changes) document = this.#changed(document, change);
    const typed = typedAfter(changes, { view: viewOf(file, uri), typed: file.typed }, document);
    this.#openFiles.set(uri, { version, document, ...(typed && { typed }) });
    return true;
  }

  close(uri: string): void {
    this.#openFiles.delete(uri);
  }

  document(uri: string): MeetingDocument | undefined {
    return this.#openFiles.get(uri)?.document;
  }

  view(uri: string): View | undefined {
    const file = this.#openFiles.get(uri);
    return file && this.#viewOf(file, uri);
  }

  typed(uri: string): TypedPart | undefined {
    return this.#openFiles.get(uri)?.typed;
  }

  /** True if a 0-based line is in the item that the user types. */
  isInTypedItem(uri: string, line: number): boolean {
    const { document, typed } = this.#openFiles.get(uri) ?? {};
    if (!document || !typed?.item) return false;
    const place = itemPlaceAt(document, typed.item.line);
    return place !== undefined && itemPlaceAt(document, line)?.firstLine === place.firstLine;
  }

  /** What is typed, or only its line, counts as complete. @returns false if there was none */
  endTyping(uri: string, part: "line" | "all" = "all"): boolean {
    const file = this.#openFiles.get(uri);
    const typed = file?.typed;
    if (!typed || (part === "line" && !typed.line)) return false;
    const { version, document } = file;
    const isItemLeft = part === "line" && typed.item !== undefined;
    this.#openFiles.set(uri, { version, document, ...(isItemLeft && { typed: { item: typed.item } }) });
    return true;
  }

  /** Parses every open file again with another catalogue, by default the built-in one. */
  useCatalogue(catalogue: Catalogue = builtInCatalogue, today: string = this.#knowledge.today): void {
    if (catalogue === this.#knowledge.vocabulary.catalogue && today === this.#knowledge.today) return;
    this.#setKnowledge({ ...createKnowledge(catalogue, today), ...limitsIn(this.#knowledge) });
  }

  /** Maximum size of an analysed file, in millions of characters (2^20). */
  set maxFileSize(megabytes: number) {
    const limits = limitsFor(megabytes);
    if (limits.maxLength !== this.#knowledge.limits?.maxLength)
      this.#setKnowledge({ ...this.#knowledge, limits });
  }

  #viewOf(file: OpenFile, uri: string): View {
    return { ...viewOf(file, uri), ...(this.#rulesPage !== undefined && { rulesPage: this.#rulesPage }) };
  }

  /** Parses every open file again. */
  #setKnowledge(knowledge: Knowledge): void {
    this.#knowledge = knowledge;
    for (const [uri, file] of this.#openFiles)
      this.#openFiles.set(uri, {
        ...file,
        document: MeetingDocument.open(file.document.text, this.#knowledge),
      });
  }

  #changed(document: MeetingDocument, change: Change): MeetingDocument {
    if (!change.range) return MeetingDocument.open(change.text, this.#knowledge, document);
    const positions = new Positions(0, document);
    const [start, end] = [positions.offsetAt(change.range.start), positions.offsetAt(change.range.end)];
    return document.edit({ start: Math.min(start, end), end: Math.max(start, end), text: change.text });
  }
}

function isLarge(text: string): boolean {
  return text.length > largeFileLength;
}

function limitsIn({ limits }: Knowledge): Pick<Knowledge, "limits"> {
  return limits ? { limits } : {};
}

function viewOf({ document, version }: OpenFile, uri: string): View {
  return { uri, document, positions: new Positions(version, document) };
}
