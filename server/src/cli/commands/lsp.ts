import type { Command } from "./command";

/** Arguments are not checked, since clients add their own. */
export const lspCommand: Command = {
  name: "lsp",
  usage: ["lsp --stdio                                              run the language server"],
  run: async () => {
    (await import("../../lsp/stdio")).runStdio();
    return undefined;
  },
};
