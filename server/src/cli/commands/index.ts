import { checkCommand } from "./check";
import type { Command } from "./command";
import { coverageCommand } from "./coverage";
import { fixCommand } from "./fix";
import { importCommand } from "./import";
import { lspCommand } from "./lsp";
import { publishCommand } from "./publish";
import { renderCommand } from "./render";
import { suggestCommand } from "./suggest";

/** Every command, in the order of the usage text. */
export const commands: readonly Command[] = [
  checkCommand,
  suggestCommand,
  fixCommand,
  coverageCommand,
  renderCommand,
  importCommand,
  publishCommand,
  lspCommand,
];
