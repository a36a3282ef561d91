import type { Connection, MessageType, PublishDiagnosticsParams } from "vscode-languageserver";
import { errorText } from "../../host/errorText";
import { logError, showMessage } from "./clientMessages";

export const clientLimits = {
  /** milliseconds after which a missing answer is logged */
  answerTimeout: 10_000,
  /** maximum unanswered requests of one method; beyond it no further request is sent */
  pending: 100,
} as const;

/** The outcome of a request, which a client may reject. */
export type Reply = { readonly isAnswered: true; readonly result: unknown } | { readonly isAnswered: false };

/**
 * Sends requests and notifications to the client. Error responses, missing answers and broken connections
 * never reach the caller; each kind of failure is logged once per method.
 */
export class Client {
  readonly #connection: Connection;
  readonly #pending = new Map<string, number>();
  readonly #logged = new Set<string>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /**
   * Sends a request. Never rejects; stays pending if the client never answers, so that no necessary step may
   * wait for it.
   */
  async ask(method: string, params?: object): Promise<Reply> {
    const pending = this.#pending.get(method) ?? 0;
    if (pending >= clientLimits.pending) return { isAnswered: false };
    this.#pending.set(method, pending + 1);
    const timer = setTimeout(() => this.#logUnanswered(method), clientLimits.answerTimeout).unref();
    try {
      return { isAnswered: true, result: await this.#send(method, params) };
    } catch (error) {
      this.#logOnce(`rejected ${method}`, `The client rejected \`${method}\`: ${errorText(error)}`);
      return { isAnswered: false };
    } finally {
      clearTimeout(timer);
      this.#pending.set(method, (this.#pending.get(method) ?? 1) - 1);
    }
  }

  /** Sends a notification. Never throws. */
  notify(method: string, params: object): void {
    this.#notify(method, () => this.#connection.sendNotification(method, params));
  }

  /** Pushes diagnostics. Never throws. */
  publish(params: PublishDiagnosticsParams): void {
    this.#notify("textDocument/publishDiagnostics", () => this.#connection.sendDiagnostics(params));
  }

  /** Shows a notification to the user. Never throws. */
  showMessage(type: MessageType, message: string): void {
    this.#notify("showMessage", () => showMessage(this.#connection, type, message));
  }

  /**
   * Writes an error of the server to the client's log. Never throws.
   * @param error a message, or an error that is logged with its stack
   */
  logError(error: unknown): void {
    logError(this.#connection, error);
  }

  #notify(method: string, send: () => Promise<void>): void {
    const failed = (error: unknown): void =>
      this.#logOnce(`unsent ${method}`, `\`${method}\` could not be sent to the client: ${errorText(error)}`);
    try {
      send().catch(failed);
    } catch (error) {
      failed(error);
    }
  }

  async #send(method: string, params: object | undefined): Promise<unknown> {
    return params ? this.#connection.sendRequest(method, params) : this.#connection.sendRequest(method);
  }

  #logUnanswered(method: string): void {
    const seconds = clientLimits.answerTimeout / 1000;
    this.#logOnce(
      `unanswered ${method}`,
      `The client has not answered \`${method}\` for ${seconds} seconds; the server continues without the answer.`,
    );
  }

  #logOnce(kind: string, message: string): void {
    if (this.#logged.has(kind)) return;
    this.#logged.add(kind);
    logError(this.#connection, message);
  }
}
