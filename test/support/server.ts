/** A language server in a separate process, as any client starts it. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";

/** Where `npm run build` leaves a bundle. */
export function bundle(name: string): string {
  return fileURLToPath(new URL(`../../dist/${name}`, import.meta.url));
}

/** Starts `node dist/…` with these arguments and shakes hands with it; it ends with the test. `params` are those of `initialize`. */
export async function startServer(
  name: "server.js" | "cli.js",
  args: readonly string[],
  params: object = {},
): Promise<MessageConnection> {
  const child = spawn(process.execPath, [bundle(name), ...args], { stdio: ["pipe", "pipe", "inherit"] });
  const client = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  client.listen();
  onTestFinished(() => {
    client.dispose();
    child.kill();
  });
  const capabilities = {
    textDocument: {
      diagnostic: {},
      codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
      documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    },
  };
  await client.sendRequest("initialize", { processId: null, rootUri: null, capabilities, ...params });
  await client.sendNotification("initialized", {});
  return client;
}
