/** A server in a separate process, with messages as frames of bytes: errors that a library would correct are visible here. */
import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { onTestFinished } from "vitest";
import { bundle } from "../server";
import { FrameReader, frame } from "./frames";
import type { Message } from "./judge";

export interface Answer {
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** Answers of a client to a request: an error, or none at all. */
export const errorReply = Symbol("refused");
export const noReply = Symbol("unanswered");

export class RawServer {
  /** everything the server said, in its order */
  readonly received: Message[] = [];
  /** methods of the requests sent, by their ids */
  readonly pendingMethods = new Map<unknown, string>();
  /** what it wrote to standard error */
  log = "";
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly #waiting = new Set<() => void>();
  /** what the client answers to requests of the server, by method: a result, `refused` or `unanswered`; null by default */
  readonly #answers: Readonly<Record<string, unknown>>;
  #lastId = 0;

  /**
   * @param answers what the client answers to requests of the server, by method: a result, `refused` or `unanswered`
   * @param within a program that runs the server, with its arguments
   */
  constructor(
    args: readonly string[] = ["--stdio"],
    answers: Readonly<Record<string, unknown>> = {},
    nodeArgs: readonly string[] = [],
    within: readonly string[] = [],
  ) {
    this.#answers = answers;
    const [program = "", ...rest] = [...within, process.execPath, ...nodeArgs, bundle("server.js"), ...args];
    this.#child = spawn(program, rest, { stdio: ["pipe", "pipe", "pipe"] });
    const reader = new FrameReader((message) => this.#receive(message));
    this.#child.stdout.on("data", (data: Buffer) => reader.push(data));
    this.#child.stderr.on("data", (data: Buffer) => {
      this.log += data.toString();
    });
    // it may be gone already when a test writes to it
    this.#child.stdin.on("error", () => {});
    onTestFinished(() => void this.#child.kill());
  }

  /** @returns the exit code, once the process has ended */
  async ended(): Promise<number | null> {
    if (this.#child.exitCode === null) await once(this.#child, "close");
    return this.#child.exitCode;
  }

  write(bytes: string | Buffer): void {
    this.#child.stdin.write(bytes);
  }

  /** Closes the server's input, as a client does that dies. */
  end(): void {
    this.#child.stdin.end();
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name);
  }

  notify(method: string, params?: unknown): void {
    this.write(frame({ jsonrpc: "2.0", method, ...(params !== undefined && { params }) }));
  }

  /** @returns the id, to wait for or to cancel */
  ask(method: string, params?: unknown): number {
    const id = ++this.#lastId;
    this.pendingMethods.set(id, method);
    this.write(frame({ jsonrpc: "2.0", id, method, ...(params !== undefined && { params }) }));
    return id;
  }

  async answer(id: number | string | null): Promise<Answer> {
    return this.messageThat((message) => message.id === id && !("method" in message));
  }

  async request(method: string, params?: unknown): Promise<Answer> {
    return this.answer(this.ask(method, params));
  }

  /** @returns the first message that passes, waited for where it has not come yet */
  async messageThat(passes: (message: Message) => boolean): Promise<Message> {
    for (;;) {
      const found = this.received.find(passes);
      if (found) return found;
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }

  #receive(message: Message): void {
    this.received.push(message);
    if ("method" in message && "id" in message) this.#reply(message);
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }

  #reply({ id, method }: Message): void {
    const result = this.#answers[String(method)] ?? null;
    if (result === noReply) return;
    const error = { code: -32603, message: `The client does not take ${String(method)}.` };
    this.write(frame({ jsonrpc: "2.0", id, ...(result === errorReply ? { error } : { result }) }));
  }
}
