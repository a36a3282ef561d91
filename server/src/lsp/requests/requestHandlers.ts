import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import type { KeptBlock } from "../../core/document/block";
import type { View } from "../../features/shared/view";
import { logError } from "../client/clientMessages";
import type { BackgroundReader } from "../workspace/backgroundReader";
import { eachBlock } from "../workspace/eachBlock";
import type { Workspace } from "../workspace/workspace";

/** The params of a request about a file. */
interface About {
  readonly textDocument: { readonly uri: string };
}

type Answer<P, R> = (view: View, params: P) => R;
type Handler<P, R> = (params: P, token: CancellationToken) => Promise<R | ResponseError<void>>;

/**
 * Ways to answer a request about a file: each finds it, answers `nothing` where it is not open or too large, and turns a
 * failure into an LSP error.
 */
export function answersFrom(connection: Connection, workspace: Workspace, reader: BackgroundReader) {
  const failed = (error: unknown): ResponseError<void> => {
    logError(
      connection,
      `A request failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    return new ResponseError(
      LSPErrorCodes.RequestFailed,
      "This request failed; the log of the server says why.",
    );
  };

  /** At once, from what is read so far. */
  const onView = <P extends About, R>(answer: Answer<P, R>, nothing: R) => {
    return (params: P, token: CancellationToken): R | ResponseError<void> => {
      if (token.isCancellationRequested)
        return new ResponseError(LSPErrorCodes.RequestCancelled, "Cancelled.");
      const view = workspace.view(params.textDocument.uri);
      if (!view || view.document.isTooLong) return nothing;
      try {
        return answer(view, params);
      } catch (error) {
        return failed(error);
      }
    };
  };

  /** Once the whole file is read. */
  const onWhole = <P extends About, R>(answer: Answer<P, R>, nothing: R): Handler<P, R> => {
    const handler = onView(answer, nothing);
    return async (params, token) => {
      await reader.settled(params.textDocument.uri);
      return handler(params, token);
    };
  };

  /**
   * Once the whole file is read, and `prepare` had each block with its line, 0-based, a few milliseconds at a time: so the
   * answer for a long file keeps no other waiting.
   */
  const onBlocks = <P extends About, R>(
    prepare: (block: KeptBlock, line: number) => void,
    answer: Answer<P, R>,
    nothing: R,
  ): Handler<P, R> => {
    const handler = onView(answer, nothing);
    return async (params, token) => {
      await reader.settled(params.textDocument.uri);
      const document = workspace.document(params.textDocument.uri);
      try {
        if (document) await eachBlock(document, prepare, token);
      } catch (error) {
        return failed(error);
      }
      return handler(params, token);
    };
  };

  return { onView, onWhole, onBlocks };
}
