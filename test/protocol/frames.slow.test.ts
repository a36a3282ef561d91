/** Bytes that are no messages, and messages cut in pieces. */
import { describe, expect, it } from "vitest";
import { frame } from "../support/protocol/frames";
import { MessageValidator } from "../support/protocol/judge";
import { RawServer } from "../support/protocol/rawServer";
import { start, textDocument } from "../support/protocol/session";

const position = { line: 0, character: 0 };

async function answers(server: RawServer): Promise<void> {
  expect(await server.request("textDocument/hover", { textDocument, position })).toMatchObject({
    result: null,
  });
}

describe("the server's input", () => {
  it("may come byte by byte, and many messages at once", async () => {
    const server = new RawServer();
    await start(server, {});
    const ask = (id: number): Buffer =>
      frame({ jsonrpc: "2.0", id, method: "textDocument/hover", params: { textDocument, position } });
    for (const byte of ask(100)) server.write(Buffer.from([byte]));
    server.write(Buffer.concat([ask(101), ask(102), ask(103)]));
    for (const id of [100, 101, 102, 103]) expect(await server.answer(id)).toMatchObject({ result: null });
  });

  it("may name its type and have its headers in any case and order", async () => {
    const server = new RawServer();
    await start(server, {});
    const content = JSON.stringify({ jsonrpc: "2.0", id: 7, method: "nonsense" });
    server.write(
      `content-type: application/vscode-jsonrpc; charset=utf-8\r\nCONTENT-LENGTH: ${content.length}\r\n\r\n${content}`,
    );
    expect((await server.answer(7)).error?.code).toBe(-32601);
  });

  it.each(["{", "", "nonsense", "\ud800"])("that is no JSON is answered with -32700: %j", async (content) => {
    const server = new RawServer();
    await start(server, {});
    server.write(frame(content));
    await answers(server);
    const { error } = await server.answer(null);
    expect(error?.code).toBe(-32700);
    expect(new MessageValidator("3.17").faults({ jsonrpc: "2.0", id: null, error }, undefined)).toEqual([]);
  });

  it.each([
    "[]",
    "null",
    "7",
    '{"jsonrpc":"2.0"}',
    '{"jsonrpc":"2.0","id":{},"method":7}',
    '{"jsonrpc":"2.0","id":1e99,"result":{}}',
    '[{"jsonrpc":"2.0","id":1,"method":"shutdown"}]',
  ])("that is JSON and no message is lived through: %j", async (content) => {
    const server = new RawServer();
    await start(server, {});
    server.write(frame(content));
    await answers(server);
  });

  it.each([
    "Content-Length: abc\r\n\r\n",
    "Content-Type: text/plain\r\n\r\n{}",
    "no header at all\r\n\r\n",
    "Content-Length: -5\r\n\r\n",
    "Content-Length: 2\n\n{}",
    'Content-Length: 5\r\n\r\n{"jsonrpc":"2.0"}\r\n',
  ])(
    "that is not a frame ends the server with 1 and a line with the reason, after earlier messages are answered: %j",
    async (bytes) => {
      const server = new RawServer();
      await start(server, {});
      const ask = frame({
        jsonrpc: "2.0",
        id: 9,
        method: "textDocument/hover",
        params: { textDocument, position },
      });
      server.write(Buffer.concat([ask, Buffer.from(bytes), ask]));
      expect(await server.ended()).toBe(1);
      expect(await server.answer(9)).toMatchObject({ result: null });
      expect(server.log).toMatch(
        /^wlcg-notes: invalid message header from the client, the server exits: .*\.$/m,
      );
    },
  );
});
