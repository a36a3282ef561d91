import {
  type Connection,
  type ConnectionOptions,
  createConnection,
  ErrorCodes,
  ProposedFeatures,
  type ResponseMessage,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { catalogueThread } from "../host/catalogueThread";
import { reason } from "../host/errorText";
import { nodeHost } from "../host/nodeHost";
import { reportError } from "../host/reportError";
import { growSlowly } from "./heap";
import { reportProcessErrors } from "./processErrors";
import { startServer } from "./server";
import { FrameCheck } from "./transport/frameCheck";
import { cancelledResponse, Turns } from "./transport/lifecycle";
import { slicedJson } from "./transport/slicedJson";

/** Milliseconds in which messages before broken bytes are still answered. */
const lastAnswers = 200;

/** Serves one client over standard input and output, and ends with its input, or with 1 where that is no LSP any more. */
export function runStdio(): void {
  endWithFrames();
  const reader = new StreamMessageReader(process.stdin);
  const writer = new StreamMessageWriter(process.stdout, { contentTypeEncoder: slicedJson });
  const turns = serve((options) => createConnection(ProposedFeatures.all, reader, writer, options));
  reader.onError((error) => {
    reportError(`what the client sent is no message: ${reason(error)}`);
    if (error instanceof SyntaxError) void writer.write(parseError(error));
  });
  process.stdin.once("close", () => process.exit(turns.isOver ? 0 : 1));
}

/** Ends the process once its input leaves the frames of the protocol: no later message could be read. */
function endWithFrames(): void {
  const check = new FrameCheck();
  const take = (chunk: Buffer): void => {
    const fault = check.push(chunk);
    if (fault === undefined) return;
    process.stdin.off("data", take);
    reportError(`what the client sent is not framed as LSP says, so that the server ends: ${fault}.`);
    setTimeout(() => process.exit(1), lastAnswers);
  };
  process.stdin.on("data", take);
}

/** Serves one client over any connection, message by message in its turn. */
export function serve(connect: (options: ConnectionOptions) => Connection): Turns {
  growSlowly();
  const turns = new Turns();
  const connection = connect({
    messageStrategy: turns,
    connectionStrategy: { cancelUndispatched: cancelledResponse },
  });
  reportProcessErrors(connection);
  turns.attach(connection);
  startServer(connection, nodeHost(catalogueThread()));
  return turns;
}

function parseError(error: SyntaxError): ResponseMessage {
  return { jsonrpc: "2.0", id: null, error: { code: ErrorCodes.ParseError, message: reason(error) } };
}
