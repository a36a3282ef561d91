/** The judge of the server's messages sees what is wrong. */
import { describe, expect, it } from "vitest";
import { type Message, MessageValidator } from "../support/protocol/judge";

const position = { line: 0, character: 0 };
const range = { start: position, end: position };
const diagnostic = { range, message: "m" };
const pushed = (params: object): Message => ({
  jsonrpc: "2.0",
  method: "textDocument/publishDiagnostics",
  params,
});
const answer = (result: unknown): Message => ({ jsonrpc: "2.0", id: 1, result });

describe.each(["3.17", "3.18"] as const)("the judge of LSP %s", (version) => {
  const judge = new MessageValidator(version);

  it("has nothing against what is right", () => {
    const uri = "file:///a.yaml";
    expect(judge.faults(pushed({ uri, diagnostics: [diagnostic] }), undefined)).toEqual([]);
    expect(
      judge.faults(answer({ contents: { kind: "markdown", value: "x" } }), "textDocument/hover"),
    ).toEqual([]);
    expect(judge.faults(answer(null), "shutdown")).toEqual([]);
    expect(judge.faults(answer({ anything: 1 }), "wlcgNotes/preview")).toEqual([]);
  });

  it.each<[string, Message, string | undefined]>([
    ["a wrong type", pushed({ uri: "file:///a", diagnostics: [{ ...diagnostic, message: 7 }] }), undefined],
    ["an unknown message", pushed({ uri: "file:///a", diagnostics: [{ ...diagnostic, fix: 1 }] }), undefined],
    [
      "a severity there is not",
      pushed({ uri: "file:///a", diagnostics: [{ ...diagnostic, severity: 9 }] }),
      undefined,
    ],
    ["a path for a URI", pushed({ uri: "/a.yaml", diagnostics: [] }), undefined],
    [
      "a line before the first",
      answer({ contents: "x", range: { start: { line: -1, character: 0 }, end: position } }),
      "textDocument/hover",
    ],
    ["something missing", pushed({ uri: "file:///a" }), undefined],
    ["no result at all", { jsonrpc: "2.0", id: 1 }, "shutdown"],
    ["result and error", { ...answer(null), error: { code: 1, message: "m" } }, "shutdown"],
    ["an error without a code", { jsonrpc: "2.0", id: 1, error: { message: "m" } }, "shutdown"],
    ["another JSON-RPC", { ...answer(null), jsonrpc: "1.0" }, "shutdown"],
    ["an answer to no request", answer(null), undefined],
    ["a method of clients", { jsonrpc: "2.0", method: "textDocument/didOpen", params: {} }, undefined],
    ["an unknown method", { jsonrpc: "2.0", method: "textDocument/whatever" }, undefined],
    [
      "a registration in another form",
      {
        jsonrpc: "2.0",
        id: 1,
        method: "client/registerCapability",
        params: {
          registrations: [{ id: "a", method: "workspace/didChangeWatchedFiles", registerOptions: {} }],
        },
      },
      undefined,
    ],
  ])("has something against %s", (_, message, answered) => {
    expect(judge.faults(message, answered)).not.toEqual([]);
  });
});
