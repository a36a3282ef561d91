/** The wrapper of all requests. */
import { PassThrough } from "node:stream";
import { describe, expect, it, vi } from "vitest";
import { CancellationToken, LSPErrorCodes, RequestType, type ResponseError } from "vscode-languageserver";
import { createConnection } from "vscode-languageserver/node";
import type { Host } from "../../../server/src/host/host";
import { CancellableWork } from "../../../server/src/lsp/client/cancellableWork";
import { Client } from "../../../server/src/lsp/client/client";
import { readCapabilities } from "../../../server/src/lsp/client/clientCapabilities";
import { requests } from "../../../server/src/lsp/requests/index";
import { OfferedTagAll } from "../../../server/src/lsp/requests/offeredTagAll";
import { afterParse, blockwise, immediate, type Request } from "../../../server/src/lsp/requests/request";
import { SettingsStore } from "../../../server/src/lsp/settings/settingsStore";
import { DiagnosticsService } from "../../../server/src/lsp/workspace/diagnosticsService";
import { Workspace } from "../../../server/src/lsp/workspace/workspace";
import { inMeeting } from "../../support/findings";
import { knowledge } from "../../support/meeting";

interface Params {
  readonly textDocument: { readonly uri: string };
}

const uri = "file:///meeting.contributions.yaml";
const type = new RequestType<Params, string, void>("test/request");

/** Sends a request to the server's side of a connection; `log` has what was logged meanwhile. */
async function sent(request: Request, { token = CancellationToken.None, to = uri } = {}) {
  const connection = createConnection(new PassThrough(), new PassThrough());
  const log: string[] = [];
  vi.spyOn(connection.console, "error").mockImplementation((message) => void log.push(message));
  const client = new Client(connection);
  const support = readCapabilities({});
  const workspace = new Workspace(knowledge.today);
  const diagnosticsService = new DiagnosticsService(client, support, workspace);
  const settings = new SettingsStore(client);
  workspace.open(uri, 1, inMeeting("  - title: x\n    themes: none\n"));
  type Handler = (params: Params, token: CancellationToken) => Promise<unknown>;
  let handler: Handler | undefined;
  vi.spyOn(connection, "onRequest").mockImplementation((...args: unknown[]) => {
    handler = args[1] as Handler;
    return { dispose: () => {} };
  });
  const host: Host = {
    today: () => knowledge.today,
    readCatalogue: async () => knowledge.vocabulary.catalogue,
    async *meetings() {},
  };
  const shared = { client, host, support, workspace, diagnosticsService, settings };
  request.register(connection, {
    ...shared,
    offeredTagAll: new OfferedTagAll(),
    cancellableWork: new CancellableWork(client, support),
    folder: () => undefined,
  });
  const answer = await handler?.({ textDocument: { uri: to } }, token);
  return { answer, log };
}

describe.each([
  ["immediate", immediate],
  ["after parsing", afterParse],
  [
    "block by block",
    (...[method, empty, answer]: Parameters<typeof immediate<Params, string, void>>) =>
      blockwise(method, empty, { prepare: () => {}, answer }),
  ],
] as const)("a request that is answered %s", (_, kind) => {
  const request = kind(type, "empty", ({ view }) => view.document.slice(0, 8));

  it("gets the document", async () => {
    expect(await sent(request)).toEqual({ answer: "meeting:", log: [] });
  });

  it("about a file that is not open gets the empty answer", async () => {
    expect((await sent(request, { to: "file:///other.contributions.yaml" })).answer).toBe("empty");
  });

  it("and is cancelled gets an error of that name", async () => {
    const { answer } = await sent(request, { token: CancellationToken.Cancelled });
    expect((answer as ResponseError<void>).code).toBe(LSPErrorCodes.RequestCancelled);
  });

  it("and fails gets an error, and the log has the reason", async () => {
    const failing = kind(type, "empty", () => {
      throw new Error("a defect");
    });
    const { answer, log } = await sent(failing);
    expect((answer as ResponseError<void>).code).toBe(LSPErrorCodes.RequestFailed);
    expect(log).toEqual([expect.stringMatching(/^A request failed: Error: a defect/)]);
  });
});

it("each request is in the list once", () => {
  const methods = requests.map(({ method }) => method);
  expect(methods).toEqual([...new Set(methods)]);
});
