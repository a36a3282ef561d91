import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { runStdio, serve } from "./stdio";

// `--node-ipc`, `--socket` and `--pipe` come from the client's library; `--stdio` is for everybody else
if (process.argv.includes("--stdio") || process.argv.length <= 2) runStdio();
else serve((options) => createConnection(ProposedFeatures.all, options));
