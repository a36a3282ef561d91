/** A language server in its own process, and the client side of the protocol. */
import { type ChildProcess, spawn } from "node:child_process";
import {
  type CancellationToken,
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";
import { capabilities } from "./capabilities";
import type { Kind } from "./kinds";
import type { Place } from "./meeting";
import { peakMemory } from "./memory";
import { within } from "./within";

export interface Findings {
  readonly count: number;
  /** when they came, in milliseconds of `performance.now()` */
  readonly at: number;
}

export interface EditorOptions {
  /** a module that the server's process loads first */
  readonly probe?: string;
  /** the client pulls again when the server requests a refresh */
  readonly refreshes?: boolean;
}

const uri = "file:///bench/meeting.contributions.yaml";
/** milliseconds after which a server that does not answer is given up */
const answerTimeout = 120_000;

export class Editor {
  readonly kind: Kind;
  /** milliseconds of `performance.now()` */
  readonly startedAt = performance.now();
  readonly #process: ChildProcess;
  readonly #connection: MessageConnection;
  readonly #waiting = new Set<(findings: Findings) => void>();
  readonly #inserted = new Set<string>();
  #version = 1;
  #resultId: string | undefined;
  #known = 0;

  /** Starts the server and shakes hands with it. */
  static async start(kind: Kind, options: EditorOptions = {}): Promise<Editor> {
    const editor = new Editor(kind, options);
    await editor.#connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities: capabilities(kind.pulls, options.refreshes === true),
    });
    await editor.#connection.sendNotification("initialized", {});
    return editor;
  }

  private constructor(kind: Kind, { probe, refreshes }: EditorOptions) {
    this.kind = kind;
    const first = probe === undefined ? [] : ["--require", probe];
    this.#process = spawn(process.execPath, [...first, ...kind.args], {
      stdio: ["pipe", "pipe", "inherit", ...(probe === undefined ? [] : ["ipc" as const])],
    });
    const { stdout, stdin } = this.#process;
    if (!stdout || !stdin) throw new Error(`${kind.name} has no streams.`);
    this.#connection = createMessageConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.#listen(refreshes === true);
  }

  #listen(refreshes: boolean): void {
    this.#connection.onRequest("workspace/configuration", ({ items }: { items: { section: string }[] }) =>
      items.map(({ section }) => this.kind.settings(section)),
    );
    for (const method of ["client/registerCapability", "window/workDoneProgress/create"])
      this.#connection.onRequest(method, () => null);
    this.#connection.onRequest("workspace/diagnostic/refresh", () => {
      if (refreshes) this.pullSoon();
      return null;
    });
    this.#connection.onNotification("textDocument/publishDiagnostics", (params: Published) => {
      const isOld = params.version !== undefined && params.version !== this.#version;
      if (params.uri === uri && !isOld) this.#report(params.diagnostics.length);
    });
    this.#connection.listen();
  }

  open(text: string): void {
    this.#send("textDocument/didOpen", {
      textDocument: { uri, languageId: "yaml", version: this.#version, text },
    });
  }

  /** Opens many files at once; resolves when each has its findings. */
  async openAll(files: readonly { readonly uri: string; readonly text: string }[]): Promise<void> {
    const left = new Set(files.map((file) => file.uri));
    const done = new Promise<void>((resolve) => {
      this.#connection.onNotification("textDocument/publishDiagnostics", (params: Published) => {
        // before it has read its settings it finds nothing
        if (params.diagnostics.length > 0) left.delete(params.uri);
        if (left.size === 0) resolve();
      });
    });
    for (const file of files)
      this.#send("textDocument/didOpen", {
        textDocument: { ...file, languageId: "yaml", version: 1 },
      });
    await within(answerTimeout, done, `${this.kind.name} does not report on every file.`);
  }

  /** Types `text` at a place, or takes it away again where it had been typed there; returns where the cursor is then. */
  type(place: Place, text: string): Place {
    const key = `${place.line}:${place.character}`;
    const isThere = this.#inserted.delete(key);
    if (!isThere) this.#inserted.add(key);
    const lines = text.split("\n");
    const last = { line: place.line + lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    const end = lines.length > 1 ? last : { line: place.line, character: place.character + text.length };
    this.change(place, isThere ? end : place, isThere ? "" : text);
    return isThere ? place : end;
  }

  change(start: Place, end: Place, text: string): void {
    this.#send("textDocument/didChange", {
      textDocument: { uri, version: ++this.#version },
      contentChanges: [{ range: { start, end }, text }],
    });
  }

  request(method: string, params: object = {}, token?: CancellationToken): Promise<unknown> {
    const all = { textDocument: { uri }, ...params };
    const answer = token
      ? this.#connection.sendRequest(method, all, token)
      : this.#connection.sendRequest(method, all);
    return within(answerTimeout, answer, `${this.kind.name} does not answer ${method}.`);
  }

  /** The next findings of the text as it is when they come, where there are at least `count`. */
  findings(count = 0): Promise<Findings> {
    const next = new Promise<Findings>((resolve) => {
      const hear = (findings: Findings): void => {
        if (findings.count < count) return;
        this.#waiting.delete(hear);
        resolve(findings);
      };
      this.#waiting.add(hear);
    });
    return within(answerTimeout, next, `${this.kind.name} never reports ${count} findings.`);
  }

  /** Pulls for the callers that wait for findings; ignores a pull that the stop of the server cancels. */
  pullSoon(): void {
    this.pull().catch((error: unknown) => {
      if (!this.#process.killed) throw error;
    });
  }

  /** Asks for the findings as an editor does, naming those it has. */
  async pull(token?: CancellationToken): Promise<void> {
    const previousResultId = this.#resultId;
    const version = this.#version;
    const report = (await this.request(
      "textDocument/diagnostic",
      previousResultId === undefined ? {} : { previousResultId },
      token,
    )) as Report;
    this.#resultId = report.resultId;
    if (report.kind === "full") this.#known = report.items.length;
    if (version === this.#version) this.#report(this.#known);
  }

  /** What the probe in the server's process answers. */
  ask(question: string): Promise<unknown> {
    const answer = new Promise<unknown>((resolve) => this.#process.once("message", resolve));
    this.#process.send(question);
    return within(answerTimeout, answer, `The probe of ${this.kind.name} does not answer.`);
  }

  /** Bytes the server's process has had in memory at most; nothing where the system does not say. */
  peakMemory(): number | undefined {
    return this.#process.pid === undefined ? undefined : peakMemory(this.#process.pid);
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once("exit", resolve));
    this.#connection.dispose();
    this.#process.kill("SIGKILL");
    await ended;
  }

  /** What is still on its way when the server is stopped goes nowhere. */
  #send(method: string, params: object): void {
    this.#connection.sendNotification(method, params).catch((error: unknown) => {
      if (!this.#process.killed) throw error;
    });
  }

  #report(count: number): void {
    const findings = { count, at: performance.now() };
    for (const resolve of [...this.#waiting]) resolve(findings);
  }
}

interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly unknown[];
}

interface Report {
  readonly kind: "full" | "unchanged";
  readonly resultId?: string;
  readonly items: readonly unknown[];
}
