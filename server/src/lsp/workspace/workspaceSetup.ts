import type { InitializeParams } from "vscode-languageserver";
import type { Host } from "../../host/host";
import type { Client } from "../client/client";
import type { ClientSupport } from "../client/clientCapabilities";
import { Registration } from "../client/registration";
import { WorkspaceFolders } from "../settings/folders";
import { SettingsStore } from "../settings/settingsStore";
import { Archive } from "./archive";
import { CatalogueLoader } from "./catalogueLoader";
import type { DiagnosticsService } from "./diagnosticsService";
import type { Workspace } from "./workspace";

/**
 * Milliseconds for a client to send its settings; after that the previous settings are used until it does.
 */
const settingsTimeout = 2000;

/** Maximum milliseconds that diagnostics wait for the configured catalogue. */
const catalogueTimeout = 2000;

export interface SetupParts {
  readonly client: Client;
  readonly support: ClientSupport;
  readonly host: Host;
  readonly workspace: Workspace;
  readonly diagnosticsService: DiagnosticsService;
}

/**
 * Applies the client's settings, folders and files to the rules, the catalogue and the archive of meetings.
 * No step waits for a client that rejects a request or never answers.
 */
export class WorkspaceSetup {
  readonly settings: SettingsStore;
  readonly #services: SetupParts;
  readonly #archive: Archive;
  readonly #catalogue: CatalogueLoader;
  readonly #configuration: Registration;
  readonly #meetingFiles: Registration;
  readonly #catalogueFile: Registration;
  readonly #folders = new WorkspaceFolders();
  #generation = 0;
  #hasOpened = false;
  #releaseDiagnostics: (() => void) | undefined;

  constructor(parts: SetupParts) {
    const { client, host, workspace } = parts;
    const files = "workspace/didChangeWatchedFiles";
    this.#services = parts;
    this.settings = new SettingsStore(client);
    this.#archive = new Archive(host, workspace);
    this.#catalogue = new CatalogueLoader(client, host, workspace);
    this.#configuration = new Registration(client, "workspace/didChangeConfiguration", "settings");
    this.#meetingFiles = new Registration(client, files, "meetings");
    this.#catalogueFile = new Registration(client, files, "catalogue");
  }

  /** Reads the params of `initialize`. */
  begin(params: InitializeParams): void {
    this.#folders.initialize(params);
    this.settings.begin((params as { readonly initializationOptions?: unknown }).initializationOptions);
    this.#applySettings();
    if (this.settings.current.catalogue !== "") this.#deferDiagnostics();
  }

  /** Called after `initialized`: the client accepts requests. */
  async start(): Promise<void> {
    if (this.#services.support.configurationChanges) this.#configuration.replace({ section: "wlcgNotes" });
    if (this.#canWatch) this.#watchFor(this.#meetingFiles, "**/*.contributions.{yaml,yml}");
    if (this.#canRequestSettings) return this.#requestSettings(undefined);
    await this.#apply();
  }

  /** @param settings of `workspace/didChangeConfiguration`, which may be malformed */
  async settingsChanged(settings: unknown): Promise<void> {
    const section = (settings as { readonly wlcgNotes?: unknown } | null | undefined)?.wlcgNotes;
    if (this.#canRequestSettings) return this.#requestSettings(section);
    if (section === undefined) return;
    this.settings.read(section);
    await this.#apply(true);
  }

  /** @param changes of `workspace/didChangeWatchedFiles`: URIs of created, deleted or changed files */
  async filesChanged(changes: readonly { readonly uri: string }[]): Promise<void> {
    if (changes.some(({ uri }) => this.#catalogue.isAt(uri))) {
      await this.#loadCatalogue();
      this.#services.diagnosticsService.refreshAll();
      this.#refreshPreviews();
    }
    await this.#readArchive();
  }

  /** Handles the event of `workspace/didChangeWorkspaceFolders`. */
  async foldersChanged(added: unknown, removed: unknown): Promise<void> {
    this.#folders.change(added, removed);
    await this.#apply();
  }

  /**
   * A file is being opened: if the client has no folder, the catalogue is searched next to the first file.
   */
  opened(uri: string): void {
    const isFirst = !this.#hasOpened;
    this.#hasOpened = true;
    const isBase = this.#folders.opened(uri);
    if (this.settings.current.catalogue === "" || this.#folders.uris.length > 0) return;
    if (!isBase && !isFirst) return;
    this.#deferDiagnostics();
    this.#apply().catch((error: unknown) => this.#services.client.logError(error));
  }

  /** URI of the first workspace folder, else of the folder of the first opened file. */
  get folder(): string | undefined {
    return this.#folders.base;
  }

  get #canRequestSettings(): boolean {
    return this.#services.support.configuration;
  }

  get #canWatch(): boolean {
    return this.#services.support.watchedFiles;
  }

  /** @param section the settings to use if the client does not answer */
  async #requestSettings(section: unknown): Promise<void> {
    const generation = ++this.#generation;
    const request = this.#services.client.ask("workspace/configuration", {
      items: [{ section: "wlcgNotes" }],
    });
    const reply = await Promise.race([
      request,
      new Promise<undefined>((resolve) => setTimeout(resolve, settingsTimeout)),
    ]);
    if (generation !== this.#generation) return;
    if (reply?.isAnswered) this.settings.read(firstOf(reply.result));
    else if (section !== undefined) this.settings.read(section);
    await this.#apply(true);
    if (reply === undefined) await this.#useLateSettings(request, generation);
  }

  async #useLateSettings(request: ReturnType<Client["ask"]>, generation: number): Promise<void> {
    const reply = await request;
    if (!reply.isAnswered || generation !== this.#generation) return;
    this.settings.read(firstOf(reply.result));
    await this.#apply(true);
  }

  /** Applies the current settings and folders. */
  async #apply(areSettingsNew = false): Promise<void> {
    const { workspace, diagnosticsService } = this.#services;
    this.#applySettings();
    this.settings.reportProblems();
    const previous = workspace.knowledge;
    await this.#loadCatalogue();
    const isChanged = areSettingsNew || workspace.knowledge !== previous;
    if (this.#releaseDiagnostics) this.#releaseDiagnostics();
    else if (isChanged) diagnosticsService.refreshAll();
    if (isChanged) this.#refreshPreviews();
    if (this.#canWatch) this.#watchFor(this.#catalogueFile, this.#catalogue.glob);
    await this.#readArchive();
  }

  /** The notes have the sections of the settings and the titles of the catalogue. */
  #refreshPreviews(): void {
    const { support, client } = this.#services;
    if (support.previewRefresh) void client.ask("wlcgNotes/preview/refresh");
  }

  #applySettings(): void {
    this.#services.diagnosticsService.useSettings(this.settings.current);
    this.#services.workspace.maxFileSize = this.settings.current.maxFileSize;
  }

  #deferDiagnostics(): void {
    const ready = new Promise<void>((resolve) => {
      const release = (): void => {
        if (this.#releaseDiagnostics === release) this.#releaseDiagnostics = undefined;
        resolve();
      };
      this.#releaseDiagnostics = release;
      setTimeout(release, catalogueTimeout).unref();
    });
    void this.#services.diagnosticsService.deferUntil(ready);
  }

  async #loadCatalogue(): Promise<void> {
    const { catalogue } = this.settings.current;
    // without a folder it may be next to the first file
    if (catalogue !== "" && this.#folders.base === undefined && !this.#hasOpened) return;
    await this.#catalogue.load(catalogue, this.#folders.base);
  }

  async #readArchive(): Promise<void> {
    if (!this.settings.current.learnFromWorkspace) return this.#archive.clear();
    await this.#archive.read(this.#folders.uris);
  }

  #watchFor(files: Registration, globPattern: string | undefined): void {
    files.replace(globPattern === undefined ? undefined : { watchers: [{ globPattern }] });
  }
}

/** The requested section. */
function firstOf(result: unknown): unknown {
  return Array.isArray(result) ? result[0] : undefined;
}
