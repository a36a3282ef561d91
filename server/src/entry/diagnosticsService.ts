import {
  type ClientCapabilities,
  type Connection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  type DocumentDiagnosticReport,
} from "vscode-languageserver";
import { diagnostics, type RuleSettings } from "../features/diagnostics";
import type { Workspace } from "./workspace";

/** Milliseconds without a keystroke after which a half-typed line counts as written. */
const restAfter = 1200;

interface Report {
  readonly id: string;
  readonly items: Diagnostic[];
  readonly json: string;
}

/** Brings findings to the client, pushed or pulled by what it can do. */
export class DiagnosticsService {
  rules: RuleSettings = {};
  capabilities: ClientCapabilities = {};
  readonly #connection: Connection;
  readonly #workspace: Workspace;
  readonly #reports = new Map<string, Report>();
  readonly #timers = new Map<string, NodeJS.Timeout>();
  #count = 0;

  constructor(connection: Connection, workspace: Workspace) {
    this.#connection = connection;
    this.#workspace = workspace;
  }

  get canPull(): boolean {
    return this.capabilities.textDocument?.diagnostic !== undefined;
  }

  /** The file was opened or edited: its findings are due now, those of the typed line after a rest. */
  changed(uri: string): void {
    this.#push(uri);
    clearTimeout(this.#timers.get(uri));
    if (this.#workspace.typing(uri) === undefined) return;
    this.#timers.set(
      uri,
      setTimeout(() => this.rest(uri), restAfter),
    );
  }

  /** The cursor left the typed line, or the typing rests. */
  rest(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
    if (this.#workspace.rest(uri)) this.#refresh([uri]);
  }

  closed(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
    this.#reports.delete(uri);
    if (!this.canPull) void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  refreshAll(): void {
    this.#refresh(this.#workspace.uris());
  }

  /** Answers a pull; `unchanged` where the client has these findings already. */
  report(uri: string, previousResultId: string | undefined): DocumentDiagnosticReport {
    const { id, items } = this.#report(uri);
    return previousResultId === id
      ? { kind: "unchanged", resultId: id }
      : { kind: "full", resultId: id, items };
  }

  #report(uri: string): Report {
    const view = this.#workspace.view(uri);
    const items = view ? diagnostics(view, this.rules, this.#workspace.typing(uri)) : [];
    const json = JSON.stringify(items);
    const last = this.#reports.get(uri);
    if (last?.json === json) return last;
    const report = { id: String(++this.#count), items, json };
    if (view) this.#reports.set(uri, report);
    return report;
  }

  #push(uri: string): void {
    const view = this.#workspace.view(uri);
    if (this.canPull || !view) return;
    void this.#connection.sendDiagnostics({
      uri,
      version: view.positions.version,
      diagnostics: this.#report(uri).items,
    });
  }

  #refresh(uris: readonly string[]): void {
    if (this.canPull && this.capabilities.workspace?.diagnostics?.refreshSupport)
      this.#connection.sendRequest(DiagnosticRefreshRequest.type).catch((error: unknown) => {
        this.#connection.console.error(`The client did not refresh its diagnostics: ${String(error)}`);
      });
    for (const uri of uris) this.#push(uri);
  }
}
