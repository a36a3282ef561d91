import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { nodeHost } from "./nodeHost";
import { startServer } from "./server";
import { runStdio } from "./stdio";

// `--node-ipc`, `--socket` and `--pipe` come from the client's library; `--stdio` is for everybody else
if (process.argv.includes("--stdio") || process.argv.length <= 2) runStdio();
else startServer(createConnection(ProposedFeatures.all), nodeHost);
