/** The language server as a program; the command line loads it for `lsp`. */
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { runStdio, serve } from "./stdio";

export { runStdio };

// `--node-ipc`, `--socket` and `--pipe` come from the client's library; `--stdio` is for all other clients
if (require.main === module) {
  if (process.argv.includes("--stdio") || process.argv.length <= 2) runStdio();
  else serve((options) => createConnection(ProposedFeatures.all, options));
}
