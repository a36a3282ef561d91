import type { Diagnostic, DocumentDiagnosticReport } from "vscode-languageserver";
import { type DiagnosticMemo, diagnostics } from "../../features/diagnostics/diagnostics";
import { sameDiagnostics } from "../../features/diagnostics/sameDiagnostics";
import type { View } from "../../features/shared/view";
import { Turn } from "../../host/timeSlice";
import { adaptDiagnostic } from "../client/adaptAnswers";
import type { Client } from "../client/client";
import type { ClientSupport } from "../client/clientCapabilities";
import { defaultSettings, type Settings } from "../settings/settings";
import { BackgroundReader, firstLook, type News } from "./backgroundReader";
import { ReadingProgress } from "./readingProgress";
import type { Workspace } from "./workspace";

/** Milliseconds without a keystroke after which a half-typed line counts as written, where no cursor is known to be on it. */
const restAfter = 1200;

interface Cursor {
  readonly uri: string;
  /** 0-based; -1 in no line of the file */
  readonly line: number;
}

interface Report {
  readonly id: string;
  readonly items: Diagnostic[];
}

/** Brings findings to the client, pushed or pulled by what it can do; those of a long file as it is read. */
export class DiagnosticsService {
  readonly reader: BackgroundReader;
  readonly #client: Client;
  readonly #support: ClientSupport;
  readonly #progress: ReadingProgress;
  readonly #workspace: Workspace;
  readonly #reports = new Map<string, Report>();
  /** what one sees of long files that were just opened */
  readonly #sights = new Map<string, View>();
  readonly #timers = new Map<string, NodeJS.Timeout>();
  #held: Promise<void> | undefined;
  #cursor: Cursor | undefined;
  #memos = new Map<string, DiagnosticMemo>();
  #settings: Settings = defaultSettings;
  #count = 0;

  constructor(client: Client, support: ClientSupport, workspace: Workspace) {
    this.#client = client;
    this.#support = support;
    this.#workspace = workspace;
    this.reader = new BackgroundReader(workspace, (uri, news) => this.#tell(uri, news));
    this.#progress = new ReadingProgress(client, support);
  }

  /** Diagnostics are made by these from now on; `refreshAll` brings them to the client. */
  use(settings: Settings): void {
    this.#settings = settings;
    this.#memos = new Map();
  }

  /** Holds all findings back until then: what they are made with is still being read. */
  async holdUntil(ready: Promise<void>): Promise<void> {
    this.#held = ready;
    await ready;
    if (this.#held !== ready) return;
    this.#held = undefined;
    this.refreshAll();
  }

  /** The file was opened: what is found so far is due now, of a long one what its first screens say. */
  opened(uri: string, version: number | null, text: string): void {
    const turn = new Turn(firstLook);
    // who asks once, and cannot be told to ask again, waits for all
    const isTold = !this.#canPull || this.#canRefresh;
    const sight = isTold ? this.#workspace.firstSight(uri, version, text, () => turn.isOver()) : undefined;
    if (sight) this.#sights.set(uri, sight);
    if (sight) this.reader.openLater(uri);
    else this.reader.open(uri);
    this.#push(uri);
  }

  /** The file was edited: its findings are due now, those of the typed line once it is left, or after a rest. */
  changed(uri: string): void {
    this.#sights.delete(uri);
    const typing = this.#workspace.typing(uri);
    if (this.reader.read(uri, typing?.line)) this.#push(uri);
    clearTimeout(this.#timers.get(uri));
    if (typing === undefined || this.#isTyping(uri)) return;
    this.#timers.set(
      uri,
      setTimeout(() => this.#restLater(uri), restAfter),
    );
  }

  /** The client tells where the cursor is: what is typed around it has all the time it takes. */
  cursorAt(cursor: Cursor): void {
    this.#cursor = cursor;
    if (this.#isTyping(cursor.uri)) clearTimeout(this.#timers.get(cursor.uri));
    else this.rest(cursor.uri);
  }

  /** The cursor left the typed line, the file was saved, or the typing rests. */
  rest(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
    if (this.#workspace.rest(uri)) this.#refresh([uri]);
  }

  /** Outside of any request an error would end the process. */
  #restLater(uri: string): void {
    try {
      this.rest(uri);
    } catch (error) {
      this.#client.logError(error);
    }
  }

  closed(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
    this.#reports.delete(uri);
    this.#memos.delete(uri);
    this.#sights.delete(uri);
    if (!this.#canPull) this.#client.publish({ uri, diagnostics: [] });
  }

  refreshAll(): void {
    const uris = this.#workspace.uris();
    this.#refresh(uris.filter((uri) => this.reader.read(uri)));
  }

  /**
   * Answers a pull; `unchanged` where the client has these findings already. While the file is still being read
   * a client that can be told to ask again gets what is found so far, any other waits.
   */
  async report(uri: string, previousResultId: string | undefined): Promise<DocumentDiagnosticReport> {
    if (this.#held) await this.#held;
    const isRead = this.reader.read(uri);
    if (!isRead && !this.#canRefresh) await this.reader.settled(uri);
    const { id, items } = this.#report(uri);
    return previousResultId === id
      ? { kind: "unchanged", resultId: id }
      : { kind: "full", resultId: id, items };
  }

  /** Whether the cursor is known to be on the typed line. */
  #isTyping(uri: string): boolean {
    return this.#cursor?.uri === uri && this.#workspace.typing(uri)?.line === this.#cursor.line;
  }

  get #canPull(): boolean {
    return this.#support.diagnostics.pull;
  }

  get #canRefresh(): boolean {
    return this.#support.diagnostics.refresh;
  }

  #view(uri: string): View | undefined {
    return this.#sights.get(uri) ?? this.#workspace.view(uri);
  }

  #report(uri: string): Report {
    const view = this.#view(uri);
    const memo = this.#memos.get(uri) ?? new WeakMap();
    this.#memos.set(uri, memo);
    const options = { typing: this.#workspace.typing(uri), limit: this.#settings.maxFindings, memo };
    const found = view ? diagnostics(view, this.#settings.rules, options) : [];
    const items = found.map((diagnostic) => adaptDiagnostic(this.#support, diagnostic));
    const last = this.#reports.get(uri);
    if (last && sameDiagnostics(last.items, items)) return last;
    const report = { id: String(++this.#count), items };
    if (view) this.#reports.set(uri, report);
    return report;
  }

  #tell(uri: string, news: News): void {
    this.#sights.delete(uri);
    this.#progress.tell(uri, news);
    if (this.#canPull && !this.#canRefresh && !news.isRead) return;
    this.#refresh([uri]);
  }

  #push(uri: string): void {
    const view = this.#view(uri);
    if (this.#canPull || this.#held || !view) return;
    const { version } = view.positions;
    this.#client.publish({
      uri,
      ...(version !== null && { version }),
      diagnostics: this.#report(uri).items,
    });
  }

  #refresh(uris: readonly string[]): void {
    if (this.#canPull && this.#canRefresh) void this.#client.ask("workspace/diagnostic/refresh");
    for (const uri of uris) this.#push(uri);
  }
}
