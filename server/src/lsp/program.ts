import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { runStdio, serve } from "./stdio";

/**
 * Runs the language server over the transport that the arguments name: `--node-ipc`, `--socket` and `--pipe` come from the
 * client's library; `--stdio`, or none, is for all other clients.
 */
export function runProgram(args: readonly string[]): void {
  if (args.includes("--stdio") || args.length === 0) runStdio();
  else serve((options) => createConnection(ProposedFeatures.all, options));
}
