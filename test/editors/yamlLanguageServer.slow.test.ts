/** The schema for editors without our server, in the language server for YAML that most of them use. */
import { spawn } from "node:child_process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { bundle } from "../support/server";

const program = fileURLToPath(import.meta.resolve("yaml-language-server/bin/yaml-language-server"));
const uri = "file:///meetings/a.contributions.yaml";
const settings = {
  schemas: { [pathToFileURL(bundle("contributions.schema.json")).href]: ["*.contributions.yaml"] },
  validate: true,
  completion: true,
  hover: true,
  schemaStore: { enable: false },
  kubernetesCRDStore: { enable: false },
};

const meeting = (theme: string): string =>
  `meeting: {title: Board, date: 2026-03-10}\ncontributions:\n  - title: News\n    themes:\n      - ${theme}\n`;

/** The server with one open file, and its first diagnostics for it. */
async function opened(text: string) {
  const child = spawn(process.execPath, [program, "--stdio"], { stdio: ["pipe", "pipe", "ignore"] });
  onTestFinished(() => void child.kill());
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest("workspace/configuration", ({ items }: { items: readonly { section: string }[] }) =>
    items.map(({ section }) => (section === "yaml" ? settings : null)),
  );
  connection.onRequest("client/registerCapability", () => null);
  const diagnostics = new Promise<readonly { readonly message: string }[]>((resolve) => {
    connection.onNotification("textDocument/publishDiagnostics", (params) => resolve(params.diagnostics));
  });
  connection.listen();
  const capabilities = { workspace: { configuration: true }, textDocument: { completion: {}, hover: {} } };
  await connection.sendRequest("initialize", { processId: process.pid, rootUri: null, capabilities });
  await connection.sendNotification("initialized", {});
  const textDocument = { uri, languageId: "yaml", version: 1, text };
  await connection.sendNotification("textDocument/didOpen", { textDocument });
  return { connection, diagnostics: await diagnostics };
}

describe("the YAML language server with the schema for editors", () => {
  it("completes every theme and topic with its description", async () => {
    const { connection } = await opened(meeting("s"));
    const { items } = await connection.sendRequest<{
      readonly items: readonly { readonly label: string; readonly documentation?: unknown }[];
    }>("textDocument/completion", { textDocument: { uri }, position: { line: 4, character: 8 } });
    const labels = items.map(({ label }) => label);
    expect(labels.length).toBeGreaterThanOrEqual(60);
    expect(labels).toContain("security");
    expect(labels).toContain("deployment-operations/openstack");
    expect(items.every(({ documentation }) => documentation !== undefined)).toBe(true);
  });

  it.each([
    ["securty", 1],
    ["security", 0],
    ["security/aai", 0],
  ])("finds a misspelt theme: %s", async (theme, count) => {
    expect((await opened(meeting(theme))).diagnostics).toHaveLength(count);
  });
});
