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
import { complain } from "./cli/io";
import { growSlowly } from "./heap";
import { nodeHost } from "./nodeHost";
import { reason } from "./reason";
import { startServer } from "./server";
import { slicedJson } from "./slicedJson";
import { cancelledResponse, Turns } from "./turns";

/** Serves one client over standard input and output, and ends with its input. */
export function runStdio(): void {
  const reader = new StreamMessageReader(process.stdin);
  const writer = new StreamMessageWriter(process.stdout, { contentTypeEncoder: slicedJson });
  const turns = serve((options) => createConnection(ProposedFeatures.all, reader, writer, options));
  reader.onError((error) => {
    complain(`what the client sent is no message: ${reason(error)}`);
    if (error instanceof SyntaxError) void writer.write(parseError(error));
  });
  process.stdin.once("close", () => process.exit(turns.isOver ? 0 : 1));
}

/** Serves one client over any connection, message by message in its turn. */
export function serve(connect: (options: ConnectionOptions) => Connection): Turns {
  growSlowly();
  const turns = new Turns();
  const connection = connect({
    messageStrategy: turns,
    connectionStrategy: { cancelUndispatched: cancelledResponse },
  });
  turns.attach(connection);
  startServer(connection, nodeHost);
  return turns;
}

function parseError(error: SyntaxError): ResponseMessage {
  return { jsonrpc: "2.0", id: null, error: { code: ErrorCodes.ParseError, message: reason(error) } };
}
