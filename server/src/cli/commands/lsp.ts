import type { Command } from "./command";

/** The client may pass arguments of its own, so that none are checked. */
export const lspCommand: Command = {
  name: "lsp",
  usage: ["lsp --stdio                                              the language server"],
  run: async () => {
    (await import("../../lsp/stdio")).runStdio();
    return undefined;
  },
};
