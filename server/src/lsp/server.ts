/** The language server over any connection: answers `initialize` and connects the parts. */
import type { Connection, InitializeParams, InitializeResult } from "vscode-languageserver";
import type { Host } from "../host/host";
import { serverCapabilities } from "./capabilities";
import { CancellableWork } from "./client/cancellableWork";
import { Client } from "./client/client";
import { readCapabilities } from "./client/clientCapabilities";
import { registerNotifications } from "./notifications";
import { requests } from "./requests/index";
import { OfferedTagAll } from "./requests/offeredTagAll";
import type { RequestContext } from "./requests/request";
import { DiagnosticsService } from "./workspace/diagnosticsService";
import { Workspace } from "./workspace/workspace";
import { WorkspaceSetup } from "./workspace/workspaceSetup";

/**
 * Serves one client. All other handlers are registered in `initialize`, when the capabilities of the client
 * are known.
 */
export function startServer(connection: Connection, host: Host): void {
  connection.onInitialize((params) => initialize(connection, host, params));
  connection.listen();
}

function initialize(connection: Connection, host: Host, params: InitializeParams): InitializeResult {
  const client = new Client(connection);
  const support = readCapabilities(params.capabilities);
  const workspace = new Workspace(host.today(), host.rulesPage);
  const diagnosticsService = new DiagnosticsService(client, support, workspace);
  const setup = new WorkspaceSetup({ client, support, host, workspace, diagnosticsService });
  const cancellableWork = new CancellableWork(client, support);
  const shared = { client, host, support, workspace, diagnosticsService, cancellableWork };
  setup.begin(params);
  registerNotifications(connection, { ...shared, setup });
  registerRequests(connection, {
    ...shared,
    settings: setup.settings,
    offeredTagAll: new OfferedTagAll(),
    folder: () => setup.folder,
  });
  return { serverInfo: { name: "wlcg-notes" }, capabilities: serverCapabilities(support) };
}

function registerRequests(connection: Connection, context: RequestContext): void {
  for (const { register } of requests) register(connection, context);
}
