/** The same requests of `dist/server.js --stdio`, as any client sends them. */

import type { ChildProcess } from "node:child_process";
import type { MessageConnection } from "vscode-jsonrpc/node";
import type { CodeAction, CompletionList, Position } from "vscode-languageserver-types";
import { formatNames } from "../../../server/generated/formatNames";
import { peakMemory } from "../../bench/editing/memory";
import { positionsIn } from "../../support/fuzz/places";
import { startServer } from "./process";
import type { Failure } from "./tally";

export class StdioClient {
  readonly failures = new Map<string, Failure>();
  count = 0;
  readonly #child: ChildProcess;
  readonly #client: MessageConnection;
  #files = 0;

  private constructor(child: ChildProcess, client: MessageConnection) {
    this.#child = child;
    this.#client = client;
  }

  static async start(): Promise<StdioClient> {
    const { child, client } = await startServer();
    return new StdioClient(child, client);
  }

  /** Asks all of one file, at so many places of it. */
  async ask(text: string, places: number): Promise<void> {
    const uri = `file:///${this.#files++}.contributions.yaml`;
    const ask = <T>(method: string, params: object): Promise<T | undefined> =>
      this.#ask(method, params, text);
    const about = { textDocument: { uri } };
    await this.#client.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "wlcg-contributions", version: 1, text },
    });
    for (const method of ["diagnostic", "documentSymbol", "foldingRange", "documentLink"])
      await ask(`textDocument/${method}`, about);
    await ask("textDocument/formatting", { ...about, options: { tabSize: 2, insertSpaces: true } });
    await ask("wlcgNotes/preview", { ...about, by: "theme" });
    for (const { id: to } of formatNames) await ask("wlcgNotes/render", { ...about, to, by: "agenda" });
    for (const position of positionsIn(text, places)) await this.#askAt(position, about, ask);
    await this.#client.sendNotification("textDocument/didClose", about);
  }

  async #askAt(
    position: Position,
    about: object,
    ask: <T>(method: string, params: object) => Promise<T | undefined>,
  ): Promise<void> {
    await ask("textDocument/hover", { ...about, position });
    await ask("textDocument/selectionRange", { ...about, positions: [position] });
    const list = await ask<CompletionList>("textDocument/completion", { ...about, position });
    const [item] = list?.items ?? [];
    if (item) await ask("completionItem/resolve", item);
    const range = { start: position, end: position };
    const actions = await ask<CodeAction[]>("textDocument/codeAction", {
      ...about,
      range,
      context: { diagnostics: [] },
    });
    const open = actions?.find(({ data }) => data !== undefined);
    if (open) await ask("codeAction/resolve", open);
  }

  async #ask<T>(method: string, params: object, text: string): Promise<T | undefined> {
    this.count++;
    try {
      return await this.#client.sendRequest<T>(method, params);
    } catch (error) {
      this.failures.set(method, { request: method, problem: String(error), text });
      return undefined;
    }
  }

  /** Ends the server as a client does; returns its peak memory in MB, if the system reports it. */
  async end(): Promise<string> {
    const peak = this.#child.pid === undefined ? undefined : peakMemory(this.#child.pid);
    await this.#client.sendRequest("shutdown");
    await this.#client.sendNotification("exit");
    this.#client.dispose();
    return peak === undefined ? "?" : (peak / 2 ** 20).toFixed(0);
  }
}
