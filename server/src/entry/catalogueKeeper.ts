import { type Connection, DiagnosticSeverity, type Disposable, MessageType } from "vscode-languageserver";
import { labelText } from "../core/shownText";
import { UnsoundCatalogue } from "./catalogueFile";
import { showMessage } from "./clientMessages";
import type { Host } from "./host";
import type { Workspace } from "./workspace";

/**
 * Keeps the workspace's catalogue as its file is. A broken one is told of where it is broken, and the last that
 * was sound stays in use.
 */
export class CatalogueKeeper {
  readonly #connection: Connection;
  readonly #host: Host;
  readonly #workspace: Workspace;
  #path = "";
  #pass = 0;
  #told: string | undefined;
  #watch: Promise<Disposable> | undefined;

  constructor(connection: Connection, host: Host, workspace: Workspace) {
    this.#connection = connection;
    this.#host = host;
    this.#workspace = workspace;
  }

  /**
   * A later call takes the place of one under way.
   * @param path as the setting has it; empty for the built-in catalogue
   * @param folder URI of the workspace folder, where there is one
   */
  async load(path: string, folder: string | undefined): Promise<void> {
    const pass = ++this.#pass;
    this.#path = path;
    this.#tell(undefined);
    if (path === "") return this.#workspace.learn();
    try {
      const catalogue = await this.#host.readCatalogue(path, folder);
      if (pass === this.#pass) this.#workspace.learn(catalogue);
    } catch (error) {
      if (pass === this.#pass) await this.#complain(error, folder);
    }
  }

  /** Asks the client to tell when the file changes, in place of the one before. */
  async watch(): Promise<void> {
    const before = this.#watch;
    const watchers = [{ globPattern: `**/${baseName(this.#path)}` }];
    this.#watch =
      this.#path === ""
        ? undefined
        : this.#connection.client.register("workspace/didChangeWatchedFiles" as never, { watchers } as never);
    (await before)?.dispose();
    await this.#watch;
  }

  /** @param uri of a file that changed */
  isAt(uri: string): boolean {
    return this.#path !== "" && decodeURIComponent(uri).endsWith(`/${baseName(this.#path)}`);
  }

  async #complain(error: unknown, folder: string | undefined): Promise<void> {
    if (error instanceof UnsoundCatalogue && folder !== undefined)
      this.#tell(uriOf(this.#path, folder), error);
    await showMessage(this.#connection, MessageType.Error, wordsFor(error));
  }

  /** Puts the error into its file, and takes away the one before. */
  #tell(uri: string | undefined, error?: UnsoundCatalogue): void {
    if (this.#told !== undefined && this.#told !== uri)
      void this.#connection.sendDiagnostics({ uri: this.#told, diagnostics: [] });
    this.#told = uri;
    if (uri === undefined || !error) return;
    const line = error.line - 1;
    const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
    const diagnostic = {
      range,
      severity: DiagnosticSeverity.Error,
      source: "wlcg-notes",
      message: labelText(error.message),
    };
    void this.#connection.sendDiagnostics({ uri, diagnostics: [diagnostic] });
  }
}

/** Of a broken catalogue the line alone: what is wrong there, in words of its own, the file shows. */
function wordsFor(error: unknown): string {
  if (error instanceof UnsoundCatalogue)
    return `The file that \`wlcgNotes.catalogue\` names is no theme catalogue: see its line ${error.line}.`;
  return error instanceof Error ? error.message : String(error);
}

function baseName(path: string): string {
  return path.replace(/^.*[\\/]/, "");
}

/** `themes.yaml` in `file:///notes` as `file:///notes/themes.yaml`, escaped as the folder's URI is. */
function uriOf(path: string, folder: string): string {
  const escaped = path.split(/[\\/]/).map(encodeURIComponent).join("/");
  return new URL(escaped, `${folder.replace(/\/$/, "")}/`).href;
}
