/** Positions and versions as clients should not send them. */
import { describe, expect, it } from "vitest";
import { inMeeting } from "../support/findings";
import { outline } from "../support/protocol/clients";
import { RawServer } from "../support/protocol/rawServer";
import { open, start, textDocument, uri } from "../support/protocol/session";

const text = inMeeting("  - title: Lazy image pulling 🙂\n    themes: [security]\n");
const far = { line: 9999, character: 9999 };
const first = { line: 0, character: 0 };

async function withText(content = text): Promise<RawServer> {
  const server = new RawServer();
  await start(server, outline);
  open(server, content);
  return server;
}

async function symbolNames(server: RawServer): Promise<unknown> {
  const { result } = await server.request("textDocument/documentSymbol", { textDocument });
  const [, contributions] = result as { children?: { name: string }[] }[];
  return contributions?.children?.map(({ name }) => name);
}

const change = (server: RawServer, version: number, ...contentChanges: object[]): void =>
  server.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges });

describe("a position outside the text", () => {
  const outside = [
    far,
    { line: 4, character: 9999 },
    { line: 2 ** 31 - 1, character: 2 ** 31 - 1 },
    { line: 4, character: 32 },
  ];

  it.each(outside)("is answered: %j", async (position) => {
    const server = await withText();
    const range = { start: first, end: position };
    const methods: [string, object][] = [
      ["hover", { position }],
      ["completion", { position }],
      ["selectionRange", { positions: [position] }],
      ["codeAction", { range, context: { diagnostics: [] } }],
      ["codeAction", { range: { start: position, end: first }, context: { diagnostics: [] } }],
    ];
    for (const [method, params] of methods)
      expect(await server.request(`textDocument/${method}`, { textDocument, ...params })).toHaveProperty(
        "result",
      );
  });

  it("after a line's end is its end", async () => {
    const server = await withText();
    const insert = { start: { line: 4, character: 9999 }, end: { line: 4, character: 9999 } };
    change(server, 2, { range: insert, text: "!" });
    expect(await symbolNames(server)).toEqual(["Lazy image pulling 🙂!"]);
  });

  it("after the last line is the end of the text", async () => {
    const server = await withText();
    change(server, 2, { range: { start: far, end: far }, text: "  - title: y\n    themes: none\n" });
    expect(await symbolNames(server)).toEqual(["Lazy image pulling 🙂", "y"]);
  });

  it("counts UTF-16 units", async () => {
    const server = await withText();
    const at = { line: 4, character: 32 };
    change(server, 2, { range: { start: at, end: at }, text: "!" });
    expect(await symbolNames(server)).toEqual(["Lazy image pulling 🙂!"]);
  });
});

describe("changes", () => {
  it("of a file that is not open are ignored", async () => {
    const server = await withText();
    server.notify("textDocument/didChange", {
      textDocument: { uri: "file:///other.contributions.yaml", version: 2 },
      contentChanges: [{ text: "x: 1\n" }],
    });
    server.notify("textDocument/didClose", { textDocument: { uri: "file:///other.contributions.yaml" } });
    expect(await symbolNames(server)).toEqual(["Lazy image pulling 🙂"]);
  });

  it.each([
    ["the same", 1],
    ["an earlier", 0],
    ["a much later", 2 ** 31 - 1],
  ])(
    "with %s version are taken: their order counts, as a client cannot take them back",
    async (_, version) => {
      const server = await withText();
      change(server, version, { text: inMeeting("  - title: z\n") });
      expect(await symbolNames(server)).toEqual(["z"]);
    },
  );

  it("of one notification are made one after the other", async () => {
    const server = await withText(inMeeting("  - title: a\n"));
    const at = (character: number) => ({ line: 4, character });
    change(
      server,
      2,
      { range: { start: at(11), end: at(12) }, text: "bc" },
      { range: { start: at(12), end: at(13) }, text: "d" },
    );
    expect(await symbolNames(server)).toEqual(["bd"]);
  });

  it("without any change keep the text", async () => {
    const server = await withText();
    change(server, 2);
    expect(await symbolNames(server)).toEqual(["Lazy image pulling 🙂"]);
  });
});

describe("opening and closing", () => {
  it("a file twice takes the second text", async () => {
    const server = await withText();
    open(server, inMeeting("  - title: second\n"), 5);
    expect(await symbolNames(server)).toEqual(["second"]);
  });

  it("a file again after it was closed begins again, and twice closed is closed", async () => {
    const server = await withText();
    server.notify("textDocument/didClose", { textDocument });
    server.notify("textDocument/didClose", { textDocument });
    expect((await server.request("textDocument/documentSymbol", { textDocument })).result).toEqual([]);
    open(server, inMeeting("  - title: again\n"), 1);
    expect(await symbolNames(server)).toEqual(["again"]);
  });

  it.each(["yaml", "wlcg-contributions", "yaml.wlcg", "plaintext"])(
    "as the language %s serves alike",
    async (languageId) => {
      const server = new RawServer();
      await start(server, outline);
      server.notify("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
      expect(await symbolNames(server)).toEqual(["Lazy image pulling 🙂"]);
    },
  );
});
