import {
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  type Message,
  type MessageStrategy,
  ResponseError,
  type ResponseMessage,
} from "vscode-languageserver";
import { hasPositions } from "./params";

/** Internal method names for rejected requests, with their errors. */
const refusals = {
  "wlcgNotes/refused/early": [ErrorCodes.ServerNotInitialized, "The first request must be `initialize`."],
  "wlcgNotes/refused/again": [ErrorCodes.InvalidRequest, "The server is already initialized."],
  "wlcgNotes/refused/late": [ErrorCodes.InvalidRequest, "The server is shutting down."],
  "wlcgNotes/refused/client": [
    ErrorCodes.InvalidParams,
    "The params of `initialize` must have `capabilities`.",
  ],
  "wlcgNotes/refused/file": [ErrorCodes.InvalidParams, "The params must have a `textDocument` with a `uri`."],
  "wlcgNotes/refused/place": [
    ErrorCodes.InvalidParams,
    "The params must have positions with a `line` and a `character`, both numbers.",
  ],
} as const;

type Refusal = keyof typeof refusals;

/**
 * Enforces the order of the protocol: `initialize` once, then all other messages, then only `exit` after
 * `shutdown`. A request out of order, or without the file or position that it needs, gets the error that the
 * protocol requires, over any transport.
 */
export class LifecycleGate implements MessageStrategy {
  #state: "new" | "running" | "shutDown" = "new";

  /** true after the `shutdown` request */
  get isShutDown(): boolean {
    return this.#state === "shutDown";
  }

  /** Registers the error responses of rejected requests. */
  attach(connection: Connection): void {
    for (const [name, [code, message]] of Object.entries(refusals))
      connection.onRequest(name, () => new ResponseError(code, message));
  }

  handleMessage(message: Message, next: (message: Message) => void): void {
    const { method, id, params } = message as {
      readonly method?: string;
      readonly id?: unknown;
      readonly params?: unknown;
    };
    const refusal = method === undefined ? undefined : this.#refusalOf(method, params);
    if (!refusal) next(message);
    // a notification gets no answer
    else if (id !== undefined) next({ ...message, method: refusal, params: undefined } as Message);
  }

  #refusalOf(method: string, params: unknown): Refusal | undefined {
    if (method === "exit" || method === "$/cancelRequest") return undefined;
    if (this.#state === "shutDown") return "wlcgNotes/refused/late";
    if (method === "initialize") return this.#initialize(params);
    if (this.#state === "new") return "wlcgNotes/refused/early";
    if (method === "shutdown") this.#state = "shutDown";
    if (isAboutFile(method) && !hasFile(params)) return "wlcgNotes/refused/file";
    return hasPositions(method, params) ? undefined : "wlcgNotes/refused/place";
  }

  #initialize(params: unknown): Refusal | undefined {
    if (this.#state === "running") return "wlcgNotes/refused/again";
    if (!hasCapabilities(params)) return "wlcgNotes/refused/client";
    this.#state = "running";
    return undefined;
  }
}

/** The answer to a request that was cancelled before it was started. */
export function cancelledResponse(message: Message): ResponseMessage {
  const { id } = message as { readonly id?: number | string };
  const error = { code: LSPErrorCodes.RequestCancelled, message: "The request was cancelled." };
  return { jsonrpc: "2.0", id: id ?? null, error };
}

const fileRequests =
  /^wlcgNotes\/(?:preview|render|agendaChanges|compareAgenda|forgetAgenda|eventAddress|publishNotes|pastedAgenda)$/;

function hasCapabilities(params: unknown): boolean {
  const { capabilities } = (params ?? {}) as { readonly capabilities?: unknown };
  return typeof capabilities === "object" && capabilities !== null;
}

function isAboutFile(method: string): boolean {
  return method.startsWith("textDocument/") || fileRequests.test(method);
}

function hasFile(params: unknown): boolean {
  const { textDocument } = (params ?? {}) as { readonly textDocument?: { readonly uri?: unknown } | null };
  return typeof textDocument?.uri === "string";
}
