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
import { errorText } from "../host/errorText";
import { nodeHost } from "../host/nodeHost";
import { reportError } from "../host/reportError";
import { limitHeapGrowth } from "./heap";
import { reportProcessErrors } from "./processErrors";
import { startServer } from "./server";
import { FrameCheck } from "./transport/frameCheck";
import { cancelledResponse, LifecycleGate } from "./transport/lifecycleGate";
import { slicedJson } from "./transport/slicedJson";

/** Milliseconds in which the messages before a framing error are still answered. */
const exitDelay = 200;

/**
 * Serves one client over standard input and output; exits when the input ends, with 1 after a framing error.
 */
export function runStdio(): void {
  exitAfterFramingError();
  const reader = new StreamMessageReader(process.stdin);
  const writer = new StreamMessageWriter(process.stdout, { contentTypeEncoder: slicedJson });
  const gate = serve((options) => createConnection(ProposedFeatures.all, reader, writer, options));
  reader.onError((error) => {
    reportError(`invalid message from the client: ${errorText(error)}`);
    if (error instanceof SyntaxError) void writer.write(parseError(error));
  });
  process.stdin.once("close", () => process.exit(gate.isShutDown ? 0 : 1));
}

/** Exits after a framing error in the input: no later message could be read. */
function exitAfterFramingError(): void {
  const frameCheck = new FrameCheck();
  const onData = (chunk: Buffer): void => {
    const problem = frameCheck.push(chunk);
    if (problem === undefined) return;
    process.stdin.off("data", onData);
    reportError(`invalid message header from the client, the server exits: ${problem}.`);
    setTimeout(() => process.exit(1), exitDelay);
  };
  process.stdin.on("data", onData);
}

/** Serves one client over any connection, in the order of the lifecycle. */
export function serve(connect: (options: ConnectionOptions) => Connection): LifecycleGate {
  limitHeapGrowth();
  const gate = new LifecycleGate();
  const connection = connect({
    messageStrategy: gate,
    connectionStrategy: { cancelUndispatched: cancelledResponse },
  });
  reportProcessErrors(connection);
  gate.attach(connection);
  startServer(connection, nodeHost(catalogueThread()));
  return gate;
}

function parseError(error: SyntaxError): ResponseMessage {
  return { jsonrpc: "2.0", id: null, error: { code: ErrorCodes.ParseError, message: errorText(error) } };
}
