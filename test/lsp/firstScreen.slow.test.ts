import { expect, it } from "vitest";
import type { MessageConnection } from "vscode-jsonrpc/node";
import type { Diagnostic, DocumentDiagnosticReport } from "vscode-languageserver";
import { diagnostics } from "../../server/src/features/diagnostics/diagnostics";
import { Workspace } from "../../server/src/lsp/workspace/workspace";
import { inMeeting } from "../support/findings";
import { startServer } from "../support/server";

const uri = "file:///a.contributions.yaml";
const item = (theme: string, at: number): string =>
  `  - title: Talk ${at}\n    themes: [${theme}]\n    notes: |\n      ${"What we decided. ".repeat(20)}\n`;
/** over a megabyte, with a fault on the first screen, one in the middle and one at the end */
const count = 4000;
const faulty = new Set([1, count / 2, count - 1]);
const text = inMeeting(
  Array.from({ length: count }, (_, at) => item(faulty.has(at) ? "securty" : "security", at)).join(""),
);

/** The findings of a workspace that has read all of a text. */
function expected(whole: string): readonly Diagnostic[] {
  const workspace = new Workspace("2026-01-15");
  workspace.open(uri, 1, whole);
  const view = workspace.view(uri);
  view?.document.readSome(() => false);
  return view ? diagnostics(view, {}) : [];
}

const places = (items: readonly Diagnostic[]) => items.map(({ code, range }) => [code, range]);

function open(server: MessageConnection): void {
  const textDocument = { uri, languageId: "wlcg-contributions", version: 1, text };
  void server.sendNotification("textDocument/didOpen", { textDocument });
}

it("a long file's first screens are reported immediately, to a client that is sent findings, and all in the end", async () => {
  const server = await startServer("server.js", ["--stdio"], { capabilities: {} });
  const published: Diagnostic[][] = [];
  const all = expected(text);
  const done = new Promise<void>((resolve) =>
    server.onNotification("textDocument/publishDiagnostics", (params: { diagnostics: Diagnostic[] }) => {
      published.push(params.diagnostics);
      if (params.diagnostics.length === all.length) resolve();
    }),
  );
  open(server);
  await done;
  expect(all).toHaveLength(3);
  expect(places(published[0] ?? [])).toEqual(places(all.slice(0, 1)));
  expect(places(published.at(-1) ?? [])).toEqual(places(all));
}, 30_000);

it("and to one that pulls, which gets a refresh", async () => {
  const capabilities = {
    textDocument: { diagnostic: {} },
    workspace: { diagnostics: { refreshSupport: true } },
  };
  const server = await startServer("server.js", ["--stdio"], { capabilities });
  const pull = async (): Promise<Diagnostic[]> => {
    const report = await server.sendRequest<DocumentDiagnosticReport>("textDocument/diagnostic", {
      textDocument: { uri },
    });
    return report.kind === "full" ? report.items : [];
  };
  const all = expected(text);
  const last = new Promise<Diagnostic[]>((resolve) =>
    server.onRequest("workspace/diagnostic/refresh", async () => {
      // the test may end while it is notified once more
      void pull().then(
        (items) => items.length === all.length && resolve(items),
        () => {},
      );
      return null;
    }),
  );
  open(server);
  expect(places(await pull())).toEqual(places(all.slice(0, 1)));
  expect(places(await last)).toEqual(places(all));
}, 30_000);

it("what is typed before the file was read finds its place", async () => {
  const server = await startServer("server.js", ["--stdio"]);
  open(server);
  const line = text.split("\n").findIndex((one) => one.includes("themes: [securty]"));
  const place = { line, character: "    themes: [sec".length };
  await server.sendNotification("textDocument/didChange", {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range: { start: place, end: place }, text: "u" }],
  });
  await server.sendNotification("textDocument/didChange", {
    textDocument: { uri, version: 3 },
    contentChanges: [
      { range: { start: { line, character: 4 }, end: { line, character: 999 } }, text: "themes: [security]" },
    ],
  });
  await server.sendNotification("textDocument/didSave", { textDocument: { uri } });
  const { items } = await server.sendRequest<{ items: Diagnostic[] }>("textDocument/diagnostic", {
    textDocument: { uri },
  });
  const fixed = text.replace("themes: [securty]", "themes: [security]");
  expect(places(items)).toEqual(places(expected(fixed)));
  expect(items).toHaveLength(2);
}, 30_000);
