import type { Diagnostic, DocumentDiagnosticReport } from "vscode-languageserver";
import { type DiagnosticCache, diagnostics, withSeverity } from "../../features/diagnostics/diagnostics";
import { sameDiagnostics } from "../../features/diagnostics/sameDiagnostics";
import type { View } from "../../features/shared/view";
import { TimeSlice } from "../../host/timeSlice";
import { adaptDiagnostic } from "../client/adaptAnswers";
import type { Client } from "../client/client";
import type { ClientSupport } from "../client/clientCapabilities";
import { defaultSettings, type Settings } from "../settings/settings";
import { AgendaDrift } from "./agendaDrift";
import { BackgroundReader, firstReadDuration, type ReadingState } from "./backgroundReader";
import { ReadingProgress } from "./readingProgress";
import type { Change } from "./typedAfter";
import type { Workspace } from "./workspace";

/** Milliseconds without a keystroke after which the typed line counts as finished, if the cursor is not on it. */
const lineIdleDelay = 1200;
/** Milliseconds after that until the typed item counts as finished, if the cursor position is unknown. */
const itemIdleDelay = 8800;

interface Cursor {
  readonly uri: string;
  /** 0-based; -1 if it is in no line of the file */
  readonly line: number;
}

interface Report {
  readonly id: string;
  readonly items: Diagnostic[];
}

/** Sends diagnostics to the client, pushed or pulled; for a long file also while it is being read. */
export class DiagnosticsService {
  readonly reader: BackgroundReader;
  /** comparisons with agendas, which a person asks for */
  readonly drift: AgendaDrift;
  readonly #client: Client;
  readonly #support: ClientSupport;
  readonly #progress: ReadingProgress;
  readonly #workspace: Workspace;
  readonly #reports = new Map<string, Report>();
  /** the first screens of long files that were just opened */
  readonly #firstScreens = new Map<string, View>();
  readonly #timers = new Map<string, NodeJS.Timeout>();
  #deferredUntil: Promise<void> | undefined;
  #cursor: Cursor | undefined;
  #caches = new Map<string, DiagnosticCache>();
  #settings: Settings = defaultSettings;
  #lastReportId = 0;

  constructor(client: Client, support: ClientSupport, workspace: Workspace) {
    this.#client = client;
    this.#support = support;
    this.#workspace = workspace;
    this.reader = new BackgroundReader(workspace, (uri, state) => this.#onReadingProgress(uri, state));
    this.#progress = new ReadingProgress(client, support);
    this.drift = new AgendaDrift(
      (uri) => this.fullView(uri),
      (uri) => this.#refresh([uri]),
      (error) => client.logError(error),
    );
  }

  /** Sets the settings of later diagnostics; `refreshAll` sends these to the client. */
  useSettings(settings: Settings): void {
    this.#settings = settings;
    this.#caches = new Map();
  }

  /** Defers all diagnostics until `ready`: the catalogue is still loading. */
  async deferUntil(ready: Promise<void>): Promise<void> {
    this.#deferredUntil = ready;
    await ready;
    if (this.#deferredUntil !== ready) return;
    this.#deferredUntil = undefined;
    this.refreshAll();
  }

  /** The file was opened: sends the findings so far, for a long file those of its first screens. */
  opened(uri: string, version: number | null, text: string): void {
    const slice = new TimeSlice(firstReadDuration);
    // a client that pulls once, and supports no refresh, waits for all findings
    const isNotified = !this.#canPull || this.#canRefresh;
    const firstScreen = isNotified
      ? this.#workspace.openFirstScreen(uri, version, text, () => slice.isOver())
      : undefined;
    if (firstScreen) this.#firstScreens.set(uri, firstScreen);
    if (firstScreen) this.reader.openLater(uri);
    else this.reader.open(uri);
    this.#push(uri);
  }

  /**
   * The file was edited: sends its findings. New ones on the typed line, and those about what its item lacks,
   * follow when the cursor leaves it or the user pauses.
   */
  changed(uri: string, changes: readonly Change[] = []): void {
    this.#firstScreens.delete(uri);
    this.drift.changed(uri, changes);
    const typed = this.#workspace.typed(uri);
    if (this.reader.read(uri, typed?.line?.line)) this.#push(uri);
    clearTimeout(this.#timers.get(uri));
    if (typed && this.#cursorIn(uri) !== "line") this.#endLater(uri, lineIdleDelay);
  }

  /**
   * The client reports the cursor: its line and its item count as incomplete until the cursor leaves them,
   * even if the user pauses.
   */
  cursorMoved(cursor: Cursor): void {
    this.#cursor = cursor;
    const { uri } = cursor;
    const place = this.#cursorIn(uri);
    if (place === "elsewhere") this.idle(uri);
    else clearTimeout(this.#timers.get(uri));
    if (place === "item") this.#endTyping(uri, "line");
  }

  /** The cursor left the typed item, the file was saved, or the user paused. */
  idle(uri: string): void {
    this.#endTyping(uri, "all");
  }

  #endTyping(uri: string, part: "line" | "all"): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
    if (this.#workspace.endTyping(uri, part)) this.#refresh([uri]);
  }

  #endLater(uri: string, delay: number): void {
    this.#timers.set(
      uri,
      setTimeout(() => this.#endAfterPause(uri), delay),
    );
  }

  /** Catches errors, which would end the process outside of a request. */
  #endAfterPause(uri: string): void {
    try {
      const place = this.#cursorIn(uri);
      const isLineTyped = this.#workspace.typed(uri)?.line !== undefined;
      this.#endTyping(uri, place === "elsewhere" || !isLineTyped ? "all" : "line");
      if (place === "unknown" && isLineTyped) this.#endLater(uri, itemIdleDelay);
    } catch (error) {
      this.#client.logError(error);
    }
  }

  /** The file once it is read; undefined if it is not open or too large. */
  async fullView(uri: string): Promise<View | undefined> {
    await this.reader.fullyRead(uri);
    const view = this.#workspace.view(uri);
    return view?.document.exceedsLimits ? undefined : view;
  }

  /** Sends the findings of a file again. */
  refresh(uri: string): void {
    this.#refresh([uri]);
  }

  closed(uri: string): void {
    this.drift.forget(uri);
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
    this.#reports.delete(uri);
    this.#caches.delete(uri);
    this.#firstScreens.delete(uri);
    if (!this.#canPull) this.#client.publish({ uri, diagnostics: [] });
  }

  refreshAll(): void {
    const uris = this.#workspace.uris();
    this.#refresh(uris.filter((uri) => this.reader.read(uri)));
  }

  /**
   * Answers a pull; `unchanged` if the client has these findings already. While the file is being read, a
   * client with refresh support gets the findings so far; any other client waits.
   */
  async report(uri: string, previousResultId: string | undefined): Promise<DocumentDiagnosticReport> {
    if (this.#deferredUntil) await this.#deferredUntil;
    const isRead = this.reader.read(uri);
    if (!isRead && !this.#canRefresh) await this.reader.fullyRead(uri);
    const { id, items } = this.#report(uri);
    return previousResultId === id
      ? { kind: "unchanged", resultId: id }
      : { kind: "full", resultId: id, items };
  }

  /** Where the cursor is: on the typed line, in the typed item, or elsewhere. */
  #cursorIn(uri: string): "line" | "item" | "elsewhere" | "unknown" {
    const typed = this.#workspace.typed(uri);
    if (!this.#cursor) return "unknown";
    const { uri: cursorUri, line } = this.#cursor;
    if (cursorUri !== uri || !typed || line < 0) return "elsewhere";
    if (typed.line?.line === line) return "line";
    return this.#workspace.isInTypedItem(uri, line) ? "item" : "elsewhere";
  }

  get #canPull(): boolean {
    return this.#support.diagnostics.pull;
  }

  get #canRefresh(): boolean {
    return this.#support.diagnostics.refresh;
  }

  #view(uri: string): View | undefined {
    return this.#firstScreens.get(uri) ?? this.#workspace.view(uri);
  }

  #report(uri: string): Report {
    const view = this.#view(uri);
    const cache = this.#caches.get(uri) ?? new WeakMap();
    this.#caches.set(uri, cache);
    const { rules, maxFindings } = this.#settings;
    // the findings of the file itself have at least half of the room
    const shown = this.drift.diagnostics(uri).slice(0, Math.floor(maxFindings / 2));
    const drift = withSeverity(shown, "differs-from-agenda", rules);
    const options = {
      typed: this.#workspace.typed(uri),
      limit: maxFindings - drift.length,
      cache,
    };
    const allDiagnostics = view ? [...diagnostics(view, rules, options), ...drift] : [];
    const items = allDiagnostics.map((diagnostic) => adaptDiagnostic(this.#support, diagnostic));
    const lastReport = this.#reports.get(uri);
    if (lastReport && sameDiagnostics(lastReport.items, items)) return lastReport;
    const report = { id: String(++this.#lastReportId), items };
    if (view) this.#reports.set(uri, report);
    return report;
  }

  #onReadingProgress(uri: string, state: ReadingState): void {
    this.#firstScreens.delete(uri);
    this.#progress.report(uri, state);
    if (this.#canPull && !this.#canRefresh && !state.isRead) return;
    this.#refresh([uri]);
  }

  #push(uri: string): void {
    const view = this.#view(uri);
    if (this.#canPull || this.#deferredUntil || !view) return;
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
