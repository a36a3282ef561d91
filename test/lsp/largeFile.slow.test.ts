import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { inMeeting } from "../support/findings";
import { startServer } from "../support/server";

const textDocument = { uri: "file:///a.contributions.yaml" };
const megabyte = 1024 * 1024;
const position = { line: 4, character: 12 };

interface Report {
  readonly items: readonly {
    readonly code: string;
    readonly range: { readonly start: { readonly line: number } };
  }[];
}

it("reports that a file of 50 MB is too large, and lives on", async () => {
  const server = await startServer("server.js", ["--stdio"]);
  const about = async (text: string, version: number): Promise<Report> => {
    await server.sendNotification("textDocument/didOpen", {
      textDocument: { ...textDocument, languageId: "wlcg-contributions", version, text },
    });
    return server.sendRequest("textDocument/diagnostic", { textDocument });
  };
  const line = "  - title: A talk about Rucio\n    themes: none\n";
  const { items } = await about(inMeeting(line.repeat((50 * megabyte) / line.length)), 1);
  expect(items.map(({ code, range }) => [code, range.start.line])).toEqual([["too-complex", 0]]);
  expect(await server.sendRequest("textDocument/hover", { textDocument, position })).toBeNull();
  expect(await server.sendRequest("wlcgNotes/render", { textDocument })).toBeNull();
  await server.sendNotification("textDocument/didClose", { textDocument });
  expect((await about(inMeeting(line), 2)).items).toEqual([]);
  expect(
    await server.sendRequest("textDocument/hover", { textDocument, position: { line: 4, character: 6 } }),
  ).not.toBeNull();
}, 60_000);

it("takes what the settings allow", async () => {
  const { contributes } = JSON.parse(readFileSync("package.json", "utf8"));
  const { default: megabytes } = contributes.configuration.properties["wlcgNotes.maxFileSize"];
  const server = await startServer("server.js", ["--stdio"], {
    initializationOptions: { maxFileSize: megabytes + 1 },
  });
  const item = `  - title: x\n    themes: none # ${"x".repeat(megabyte / 4)}\n`;
  const text = inMeeting(`${item.repeat(4 * megabytes)}  - title: y\n    themes: [securty]\n`);
  await server.sendNotification("textDocument/didOpen", {
    textDocument: { ...textDocument, languageId: "wlcg-contributions", version: 1, text },
  });
  const { items } = await server.sendRequest<Report>("textDocument/diagnostic", { textDocument });
  expect(items.map(({ code }) => code)).toContain("unknown-theme");
}, 60_000);
