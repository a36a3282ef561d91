/** Unhandled errors, in a separate server process. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { inFolder } from "../support/commandLine";
import { RawServer } from "../support/protocol/rawServer";
import { start, textDocument } from "../support/protocol/session";

/** A server into whose process this script is loaded first. */
async function serverWith(script: string): Promise<RawServer> {
  const folder = await inFolder({});
  await writeFile(join(folder, "first.cjs"), script);
  const server = new RawServer(["--stdio"], {}, ["--require", join(folder, "first.cjs")]);
  await start(server, {});
  return server;
}

it("an unhandled rejection is logged, and the server continues", async () => {
  const server = await serverWith('setTimeout(() => Promise.reject(new Error("on purpose")), 300);');
  const { params } = await server.messageThat(({ method }) => method === "window/logMessage");
  expect(params).toMatchObject({ type: 1, message: expect.stringContaining("on purpose") });
  expect(await server.request("textDocument/documentSymbol", { textDocument })).toMatchObject({ result: [] });
  expect(server.log).toContain("wlcg-notes: Unhandled promise rejection: Error: on purpose");
});

it("an uncaught exception is logged, and the server exits with 1", async () => {
  const server = await serverWith('setTimeout(() => { throw new Error("on purpose"); }, 300);');
  expect(await server.ended()).toBe(1);
  expect(server.log).toContain("wlcg-notes: Uncaught exception, the server exits: Error: on purpose");
});
