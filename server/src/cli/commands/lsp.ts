import { UsageError } from "../output/output";
import type { Command } from "./command";

/** What clients add to the arguments of every server. */
const ofClients = /^--(?:stdio|clientProcessId=\d+)$|^\d+$|^--clientProcessId$/;

export const lspCommand: Command = {
  name: "lsp",
  parameters: "",
  summary: "run the language server over standard input and output",
  options: { stdio: { type: "boolean", help: "what it does anyway; editors add it" } },
  examples: ["wlcg-notes lsp --stdio"],
  run: async (args) => {
    const unknown = args.find((arg) => !ofClients.test(arg));
    if (unknown !== undefined) throw new UsageError(`unknown option "${unknown}" of lsp`);
    (await import("../../lsp/stdio")).runStdio();
    return undefined;
  },
};
