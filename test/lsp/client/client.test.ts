/** Clients that do not answer, or that cannot be reached. */
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createConnection } from "vscode-languageserver/node";
import { Client, clientLimits } from "../../../server/src/lsp/client/client";

beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => vi.useRealTimers());

/** A client with spies instead of a connection; `log` has the messages that it was sent. */
function setUp() {
  const connection = createConnection(new PassThrough(), new PassThrough());
  const log: string[] = [];
  vi.spyOn(connection.console, "error").mockImplementation((message) => void log.push(message));
  return { connection, client: new Client(connection), log };
}

describe("a client that leaves requests unanswered", () => {
  function unanswered() {
    const { connection, client, log } = setUp();
    const sent = vi.spyOn(connection, "sendRequest").mockReturnValue(new Promise(() => {}));
    return { client, log, sent };
  }

  it("is named in the log after ten seconds, once for each method", () => {
    const { client, log } = unanswered();
    void client.ask("workspace/configuration");
    void client.ask("workspace/configuration");
    vi.advanceTimersByTime(clientLimits.answerTimeout - 1);
    expect(log).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(log).toEqual([
      "The client has not answered `workspace/configuration` for 10 seconds; the server continues without the answer.",
    ]);
    void client.ask("workspace/applyEdit");
    vi.advanceTimersByTime(clientLimits.answerTimeout);
    expect(log).toHaveLength(2);
  });

  it("gets no further request of a method once too many are open", async () => {
    const { client, sent } = unanswered();
    for (let count = 0; count < clientLimits.pending; count++) void client.ask("workspace/applyEdit");
    expect(sent).toHaveBeenCalledTimes(clientLimits.pending);
    expect(await client.ask("workspace/applyEdit")).toEqual({ isAnswered: false });
    expect(sent).toHaveBeenCalledTimes(clientLimits.pending);
    void client.ask("workspace/configuration");
    expect(sent).toHaveBeenCalledTimes(clientLimits.pending + 1);
  });
});

describe("a client that answers", () => {
  it("is not named in the log, and frees its place", async () => {
    const { connection, client, log } = setUp();
    vi.spyOn(connection, "sendRequest").mockResolvedValue([{}]);
    for (let count = 0; count <= clientLimits.pending; count++)
      expect(await client.ask("workspace/configuration", {})).toEqual({ isAnswered: true, result: [{}] });
    vi.advanceTimersByTime(clientLimits.answerTimeout);
    expect(log).toEqual([]);
  });

  it("with a refusal is named once for each method", async () => {
    const { connection, client, log } = setUp();
    vi.spyOn(connection, "sendRequest").mockRejectedValue(new Error("Unhandled method"));
    expect(await client.ask("workspace/applyEdit", {})).toEqual({ isAnswered: false });
    expect(await client.ask("workspace/applyEdit", {})).toEqual({ isAnswered: false });
    expect(log).toEqual(["The client rejected `workspace/applyEdit`: Unhandled method"]);
  });
});

describe("a notification that cannot be sent", () => {
  it("is logged once for each method, and throws nothing", async () => {
    const { connection, client, log } = setUp();
    vi.spyOn(connection, "sendNotification").mockRejectedValue(new Error("write EPIPE"));
    client.notify("$/progress", {});
    client.notify("$/progress", {});
    await Promise.resolve();
    expect(log).toEqual(["`$/progress` could not be sent to the client: write EPIPE"]);
  });

  it("is logged where the connection throws at once", () => {
    const { connection, client, log } = setUp();
    vi.spyOn(connection, "sendDiagnostics").mockImplementation(() => {
      throw new Error("Connection is closed.");
    });
    client.publish({ uri: "file:///a", diagnostics: [] });
    expect(log).toEqual([
      "`textDocument/publishDiagnostics` could not be sent to the client: Connection is closed.",
    ]);
  });

  it("leaves no trace where the log cannot be written either", () => {
    const { connection, client } = setUp();
    const closed = (): never => {
      throw new Error("Connection is closed.");
    };
    vi.spyOn(connection, "sendNotification").mockImplementation(closed);
    vi.spyOn(connection.console, "error").mockImplementation(closed);
    expect(() => client.showMessage(1, "x")).not.toThrow();
  });
});
