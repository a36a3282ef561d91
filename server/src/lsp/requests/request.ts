/** The wrapper of all requests: it finds the document and handles cancellation, errors and the log. */
import {
  type CancellationToken,
  type Connection,
  type HandlerResult,
  LSPErrorCodes,
  type RequestType,
  ResponseError,
} from "vscode-languageserver";
import type { Block } from "../../core/document/block";
import type { View } from "../../features/shared/view";
import { stackText } from "../../host/errorText";
import type { Host } from "../../host/host";
import { NetworkError } from "../../host/network/networkError";
import type { CancellableWork } from "../client/cancellableWork";
import type { Client } from "../client/client";
import type { ClientSupport } from "../client/clientCapabilities";
import type { SettingsStore } from "../settings/settingsStore";
import type { DiagnosticsService } from "../workspace/diagnosticsService";
import { eachBlock } from "../workspace/eachBlock";
import type { Workspace } from "../workspace/workspace";
import type { OfferedTagAll } from "./offeredTagAll";

/** The services that all requests share. */
export interface RequestContext {
  readonly host: Host;
  readonly client: Client;
  readonly support: ClientSupport;
  readonly workspace: Workspace;
  readonly diagnosticsService: DiagnosticsService;
  readonly settings: SettingsStore;
  readonly offeredTagAll: OfferedTagAll;
  readonly cancellableWork: CancellableWork;
  /** URI of the folder for new files, if the client has one */
  readonly folder: () => string | undefined;
}

/** A request that the server answers. */
export interface Request {
  readonly method: string;
  readonly register: (connection: Connection, context: RequestContext) => void;
}

interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

/** A request about an open file. */
export interface DocumentRequest<P> extends RequestContext {
  readonly view: View;
  readonly params: P;
}

type MaybePromise<T> = T | Promise<T>;
type DocumentAnswer<P, R> = (request: DocumentRequest<P>) => MaybePromise<R>;
type PrepareBlock = (block: Block, line: number) => void;

/** A request about anything but an open file. */
export function request<P, R, E>(type: RequestType<P, R, E>, answer: Answer<P, R, E>): Request {
  return define(type, answer);
}

/**
 * A request about an open file, answered at once from the part that is parsed so far.
 * @param empty the answer for a file that is not open or too large
 */
export function immediate<P extends DocumentParams, R, E>(
  type: RequestType<P, R, E>,
  empty: R,
  answer: DocumentAnswer<P, R>,
): Request {
  return define(type, (context, params, token) => answerFor(context, params, token, { empty, answer }));
}

/** The same, answered after the whole file is parsed. */
export function afterParse<P extends DocumentParams, R, E>(
  type: RequestType<P, R, E>,
  empty: R,
  answer: DocumentAnswer<P, R>,
): Request {
  return define(type, async (context, params, token) => {
    await context.diagnosticsService.reader.fullyRead(params.textDocument.uri);
    return answerFor(context, params, token, { empty, answer });
  });
}

/**
 * The same, after `prepare` was called for each block and its 0-based line in time slices, so that the answer
 * for a long file delays no other request.
 */
export function blockwise<P extends DocumentParams, R, E>(
  type: RequestType<P, R, E>,
  empty: R,
  { prepare, answer }: { readonly prepare: PrepareBlock; readonly answer: DocumentAnswer<P, R> },
): Request {
  return define(type, async (context, params, token) => {
    await context.diagnosticsService.reader.fullyRead(params.textDocument.uri);
    const document = context.workspace.document(params.textDocument.uri);
    if (document) await eachBlock(document, prepare, token);
    return answerFor(context, params, token, { empty, answer });
  });
}

/** @param token is cancelled when the client no longer wants the answer */
type Answer<P, R, E> = (
  context: RequestContext,
  params: P,
  token: CancellationToken,
) => MaybePromise<R | ResponseError<E>>;

function define<P, R, E>(type: RequestType<P, R, E>, answer: Answer<P, R, E>): Request {
  const respond = async (context: RequestContext, params: P, token: CancellationToken) => {
    try {
      return await answer(context, params, token);
    } catch (error) {
      return failure(error, context.client);
    }
  };
  const register = (connection: Connection, context: RequestContext): void => {
    // the library's type leaves `R` open for results that may be null
    connection.onRequest(type, (params, token) => respond(context, params, token) as HandlerResult<R, E>);
  };
  return { method: type.method, register };
}

function answerFor<P extends DocumentParams, R, E>(
  context: RequestContext,
  params: P,
  token: CancellationToken,
  { empty, answer }: { readonly empty: R; readonly answer: DocumentAnswer<P, R> },
): MaybePromise<R | ResponseError<E>> {
  if (token.isCancellationRequested) return cancelled();
  const view = context.workspace.view(params.textDocument.uri);
  if (!view || view.document.exceedsLimits) return empty;
  return answer({ ...context, view, params });
}

function cancelled<E>(): ResponseError<E> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, "The request was cancelled.");
}

function failure(error: unknown, client: Client): ResponseError<void> {
  if (error instanceof NetworkError && error.kind === "interrupted") return cancelled();
  client.logError(`A request failed: ${stackText(error)}`);
  return new ResponseError(LSPErrorCodes.RequestFailed, "The request failed; see the log of the server.");
}
