/** `dist/server.js --stdio` in a separate process. */
import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";

const server = fileURLToPath(new URL("../../../dist/server.js", import.meta.url));

export interface StartedServer {
  readonly child: ChildProcess;
  readonly client: MessageConnection;
}

/**
 * Starts it and shakes hands with it.
 * @param params of `initialize`, beside the capabilities
 */
export async function startServer(params: object = {}): Promise<StartedServer> {
  const child = spawn(process.execPath, [server, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const client = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  client.listen();
  const capabilities = {
    textDocument: {
      diagnostic: {},
      codeAction: { resolveSupport: { properties: ["edit"] } },
      documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    },
  };
  await client.sendRequest("initialize", { processId: null, rootUri: null, capabilities, ...params });
  await client.sendNotification("initialized", {});
  return { child, client };
}
