/** Whatever the server says is what the protocol's meta-model says it may. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fixableExamples } from "../support/findingExamples";
import { inMeeting } from "../support/findings";
import { clients } from "../support/protocol/clients";
import { MessageValidator } from "../support/protocol/judge";
import { RawServer } from "../support/protocol/rawServer";
import { askEverything, start } from "../support/protocol/session";

const sample = readFileSync(
  new URL("../../sample/2019-12-10-kubernetes-pre-gdb.contributions.yaml", import.meta.url),
  "utf8",
);
const faulty = fixableExamples.map(([, items]) => inMeeting(items));

/** One session over all texts; the server of a client that can be asked has settings. */
async function session(client: keyof typeof clients): Promise<RawServer> {
  const settings = [{ rules: { "untagged-item": "hint" }, catalogue: "gone.yaml" }];
  const server = new RawServer(["--stdio"], { "workspace/configuration": settings });
  await start(server, clients[client], { workspaceFolders: [{ uri: "file:///work", name: "work" }] });
  await askEverything(server, sample, 211);
  for (const text of faulty) await askEverything(server, text, 83);
  server.notify("workspace/didChangeConfiguration", { settings: { wlcgNotes: { rules: {} } } });
  await server.request("nonsense/method", {});
  await server.request("shutdown");
  server.notify("exit");
  expect(await server.ended()).toBe(0);
  return server;
}

/** What is always empty: a client that takes neither literals nor edits gets no code action, and a command has no effect. */
const without: Readonly<Record<string, readonly string[]>> = {
  bare: ["textDocument/codeAction"],
  commands: ["workspace/executeCommand"],
};

describe.each(["bare", "commands", "plain", "rich"] as const)("to a %s client", (client) => {
  it("the server sends nothing that LSP 3.17 or 3.18 does not allow", async () => {
    const server = await session(client);
    for (const judge of [new MessageValidator("3.17"), new MessageValidator("3.18")]) {
      const faults = server.received.flatMap((message) =>
        judge.faults(message, "method" in message ? undefined : server.pendingMethods.get(message.id)),
      );
      expect([...new Set(faults)]).toEqual([]);
    }
    expect(emptyMethods(server)).toEqual([...(without[client] ?? []), "nonsense/method", "shutdown"]);
    expect(server.received.filter((message) => "error" in message)).toHaveLength(1);
    expect(server.log).toBe("");
  }, 60_000);
});

/** Methods that were asked for and never answered with anything: unseen messages were not judged. */
function emptyMethods({ received, pendingMethods }: RawServer): readonly string[] {
  const answered = new Set(
    received
      .filter(({ result }) => Boolean(result) && !isEmpty(result))
      .map(({ id }) => pendingMethods.get(id)),
  );
  return [...new Set(pendingMethods.values())].filter((method) => !answered.has(method));
}

function isEmpty(result: unknown): boolean {
  return Array.isArray(result) && result.length === 0;
}
