import { checkCommand } from "./check";
import type { Command } from "./command";
import { completionCommand } from "./completion";
import { coverageCommand } from "./coverage";
import { fixCommand } from "./fix";
import { formatCommand } from "./format";
import { importCommand } from "./import";
import { lspCommand } from "./lsp";
import { publishCommand } from "./publish";
import { renderCommand } from "./render";
import { explainCommand, rulesCommand } from "./rules";
import { schemaCommand } from "./schema";
import { suggestCommand } from "./suggest";
import { themesCommand } from "./themes";

/** Every command, in the order of the usage text. */
export const commands: readonly Command[] = [
  checkCommand,
  suggestCommand,
  fixCommand,
  formatCommand,
  coverageCommand,
  renderCommand,
  importCommand,
  publishCommand,
  rulesCommand,
  explainCommand,
  themesCommand,
  schemaCommand,
  completionCommand(() => commands),
  lspCommand,
];
