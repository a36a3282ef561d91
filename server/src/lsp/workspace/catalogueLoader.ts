import { DiagnosticSeverity, MessageType } from "vscode-languageserver";
import { labelText } from "../../core/text/displayText";
import type { Host } from "../../host/host";
import { InvalidCatalogueError } from "../../host/invalidCatalogueError";
import { runInSlices } from "../../host/timeSlice";
import type { Client } from "../client/client";
import { globOf, namesSameFile, uriOf } from "../settings/fileUri";
import type { Workspace } from "./workspace";

/**
 * Loads the catalogue of the workspace. An invalid file gets a diagnostic and a message, and the last valid
 * catalogue stays in use.
 */
export class CatalogueLoader {
  readonly #client: Client;
  readonly #host: Host;
  readonly #workspace: Workspace;
  #path = "";
  #folder: string | undefined;
  #pass = 0;
  #reported: string | undefined;

  constructor(client: Client, host: Host, workspace: Workspace) {
    this.#client = client;
    this.#host = host;
    this.#workspace = workspace;
  }

  /**
   * A later call replaces an earlier one that has not finished.
   * @param path the value of the setting; empty for the built-in catalogue
   * @param folder URI of the workspace folder, if there is one
   */
  async load(path: string, folder: string | undefined): Promise<void> {
    const pass = ++this.#pass;
    this.#path = path;
    this.#folder = folder;
    this.#report(undefined);
    if (path === "") return this.#workspace.useCatalogue();
    try {
      const catalogue = await this.#host.readCatalogue(path, folder);
      if (pass !== this.#pass) return;
      this.#workspace.useCatalogue(catalogue);
      void this.#learnSuggestions(pass);
    } catch (error) {
      if (pass === this.#pass) this.#reportError(error, folder);
    }
  }

  /** The glob of files to watch for changes of the catalogue; undefined for the built-in one. */
  get glob(): string | undefined {
    return this.#path === "" ? undefined : globOf(this.#path);
  }

  /** Trains in the background; until then nothing is suggested. */
  async #learnSuggestions(pass: number): Promise<void> {
    await runInSlices(this.#workspace.knowledge.suggester.trainModelsInSteps(), () => pass === this.#pass);
  }

  /** @param uri of a file that changed */
  isAt(uri: string): boolean {
    if (this.#path === "" || this.#folder === undefined) return false;
    return namesSameFile(uri, uriOf(this.#path, this.#folder));
  }

  #reportError(error: unknown, folder: string | undefined): void {
    if (error instanceof InvalidCatalogueError && folder !== undefined)
      this.#report(uriOf(this.#path, folder), error);
    this.#client.showMessage(MessageType.Error, errorMessage(error));
  }

  /** Publishes the error as a diagnostic of the catalogue file and removes the previous one. */
  #report(uri: string | undefined, error?: InvalidCatalogueError): void {
    if (this.#reported !== undefined && this.#reported !== uri)
      this.#client.publish({ uri: this.#reported, diagnostics: [] });
    this.#reported = uri;
    if (uri === undefined || !error) return;
    const line = error.line - 1;
    const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
    const diagnostic = {
      range,
      severity: DiagnosticSeverity.Error,
      source: "wlcg-notes",
      message: labelText(error.message),
    };
    this.#client.publish({ uri, diagnostics: [diagnostic] });
  }
}

/** Text that an editor may show as a link; messages omit it, and the diagnostic of the file shows it. */
const linkLikePattern = /[[\](){}<>]|:\/\//;

/** The message for the user; the problem comes first, because editors may truncate the rest. */
function errorMessage(error: unknown): string {
  const inUse = "The previous catalogue stays in use (`wlcgNotes.catalogue`).";
  if (!(error instanceof InvalidCatalogueError))
    return `${error instanceof Error ? error.message : String(error)} ${inUse}`;
  const { line, reason } = error;
  return linkLikePattern.test(reason)
    ? `The theme catalogue has an error in line ${line}; see the diagnostic in its file. ${inUse}`
    : `Theme catalogue, line ${line}: ${reason.replace(/^is not a valid theme catalogue: /, "")}. ${inUse}`;
}
