import type { InitializeParams } from "vscode-languageserver";
import type { Host } from "../../host/host";
import type { Client } from "../client/client";
import type { ClientSupport } from "../client/clientCapabilities";
import { Registration } from "../client/registration";
import { Folders } from "../settings/folders";
import { SettingsStore } from "../settings/settingsStore";
import { Archive } from "./archive";
import { CatalogueLoader } from "./catalogueLoader";
import type { DiagnosticsService } from "./diagnosticsService";
import type { Workspace } from "./workspace";

/** Milliseconds for a client to send its settings; after that the known settings are used until it does. */
const settingsTime = 2000;

/** Milliseconds that findings wait for the catalogue of the settings. */
const catalogueTime = 2000;

export interface SetupParts {
  readonly client: Client;
  readonly support: ClientSupport;
  readonly host: Host;
  readonly workspace: Workspace;
  readonly diagnosticsService: DiagnosticsService;
}

/**
 * Keeps the rules, the catalogue and the archive of meetings in line with the client's settings, folders and files. No step
 * waits for a client that refuses a request or never answers.
 */
export class WorkspaceSetup {
  readonly settings: SettingsStore;
  readonly #parts: SetupParts;
  readonly #archive: Archive;
  readonly #catalogue: CatalogueLoader;
  readonly #configuration: Registration;
  readonly #meetingFiles: Registration;
  readonly #catalogueFile: Registration;
  readonly #folders = new Folders();
  #pass = 0;
  #hasOpened = false;
  #release: (() => void) | undefined;

  constructor(parts: SetupParts) {
    const { client, host, workspace } = parts;
    const files = "workspace/didChangeWatchedFiles";
    this.#parts = parts;
    this.settings = new SettingsStore(client);
    this.#archive = new Archive(host, workspace);
    this.#catalogue = new CatalogueLoader(client, host, workspace);
    this.#configuration = new Registration(client, "workspace/didChangeConfiguration", "settings");
    this.#meetingFiles = new Registration(client, files, "meetings");
    this.#catalogueFile = new Registration(client, files, "catalogue");
  }

  /** Takes the params of `initialize`. */
  begin(params: InitializeParams): void {
    this.#folders.begin(params);
    this.settings.begin((params as { readonly initializationOptions?: unknown }).initializationOptions);
    this.#use();
    if (this.settings.current.catalogue !== "") this.#hold();
  }

  /** The client takes requests from now on. */
  async start(): Promise<void> {
    if (this.#parts.support.configurationChanges) this.#configuration.replace({ section: "wlcgNotes" });
    if (this.#canWatch) this.#watchFor(this.#meetingFiles, "**/*.contributions.{yaml,yml}");
    if (this.#canAsk) return this.#askSettings(undefined);
    await this.#apply();
  }

  /** @param settings of `workspace/didChangeConfiguration`, which may be anything */
  async settingsChanged(settings: unknown): Promise<void> {
    const section = (settings as { readonly wlcgNotes?: unknown } | null | undefined)?.wlcgNotes;
    if (this.#canAsk) return this.#askSettings(section);
    if (section === undefined) return;
    this.settings.read(section);
    await this.#apply(true);
  }

  /** @param changes of `workspace/didChangeWatchedFiles`: URIs of files that are there, gone, or other than before */
  async filesChanged(changes: readonly { readonly uri: string }[]): Promise<void> {
    if (changes.some(({ uri }) => this.#catalogue.isAt(uri))) {
      await this.#loadCatalogue();
      this.#parts.diagnosticsService.refreshAll();
    }
    await this.#readArchive();
  }

  /** Takes the event of `workspace/didChangeWorkspaceFolders`. */
  async foldersChanged(added: unknown, removed: unknown): Promise<void> {
    this.#folders.change(added, removed);
    await this.#apply();
  }

  /** A file is being opened: where the client has no folder, a catalogue is looked for beside the first one. */
  opened(uri: string): void {
    const isFirst = !this.#hasOpened;
    this.#hasOpened = true;
    const isBase = this.#folders.opened(uri);
    if (this.settings.current.catalogue === "" || this.#folders.uris.length > 0) return;
    if (!isBase && !isFirst) return;
    this.#hold();
    this.#apply().catch((error: unknown) => this.#parts.client.logError(error));
  }

  get #canAsk(): boolean {
    return this.#parts.support.configuration;
  }

  get #canWatch(): boolean {
    return this.#parts.support.watchedFiles;
  }

  /** @param section in use where the client does not answer */
  async #askSettings(section: unknown): Promise<void> {
    const pass = ++this.#pass;
    const asked = this.#parts.client.ask("workspace/configuration", { items: [{ section: "wlcgNotes" }] });
    const reply = await Promise.race([
      asked,
      new Promise<undefined>((resolve) => setTimeout(resolve, settingsTime)),
    ]);
    if (pass !== this.#pass) return;
    if (reply?.isAnswered) this.settings.read(firstOf(reply.result));
    else if (section !== undefined) this.settings.read(section);
    await this.#apply(true);
    if (reply === undefined) await this.#takeLateSettings(asked, pass);
  }

  async #takeLateSettings(asked: ReturnType<Client["ask"]>, pass: number): Promise<void> {
    const reply = await asked;
    if (!reply.isAnswered || pass !== this.#pass) return;
    this.settings.read(firstOf(reply.result));
    await this.#apply(true);
  }

  /** Brings everything up with the settings and folders. */
  async #apply(areSettingsNew = false): Promise<void> {
    const { workspace, diagnosticsService } = this.#parts;
    this.#use();
    this.settings.reportFaults();
    const before = workspace.knowledge;
    await this.#loadCatalogue();
    if (this.#release) this.#release();
    else if (areSettingsNew || workspace.knowledge !== before) diagnosticsService.refreshAll();
    if (this.#canWatch) this.#watchFor(this.#catalogueFile, this.#catalogue.glob);
    await this.#readArchive();
  }

  #use(): void {
    this.#parts.diagnosticsService.use(this.settings.current);
    this.#parts.workspace.maxFileSize = this.settings.current.maxFileSize;
  }

  #hold(): void {
    const ready = new Promise<void>((resolve) => {
      const release = (): void => {
        if (this.#release === release) this.#release = undefined;
        resolve();
      };
      this.#release = release;
      setTimeout(release, catalogueTime).unref();
    });
    void this.#parts.diagnosticsService.holdUntil(ready);
  }

  async #loadCatalogue(): Promise<void> {
    const { catalogue } = this.settings.current;
    // without any folder it may be beside the first file
    if (catalogue !== "" && this.#folders.base === undefined && !this.#hasOpened) return;
    await this.#catalogue.load(catalogue, this.#folders.base);
  }

  async #readArchive(): Promise<void> {
    if (!this.settings.current.learnFromWorkspace) return this.#archive.forget();
    await this.#archive.read(this.#folders.uris);
  }

  #watchFor(files: Registration, globPattern: string | undefined): void {
    files.replace(globPattern === undefined ? undefined : { watchers: [{ globPattern }] });
  }
}

/** The one section that was asked for. */
function firstOf(result: unknown): unknown {
  return Array.isArray(result) ? result[0] : undefined;
}
