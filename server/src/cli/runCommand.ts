/** Runs a command. The build bundles this separately, so that help and version do not load it. */

import { didYouMean } from "../core/text/closestWord";
import { commands } from "./commands/index";
import { type Output, UsageError } from "./output/output";
import { InterruptedError } from "./output/signals";

/** @returns the exit code; undefined for `lsp`, which keeps running */
export async function runCommand(args: readonly string[], output: Output): Promise<number | undefined> {
  try {
    const [name, ...rest] = args[0] === "help" ? args.slice(1) : args;
    return await commandNamed(name).run(rest, output);
  } catch (error) {
    return reportFailure(error, output);
  }
}

/** @throws UsageError if there is no such command */
function commandNamed(name: string | undefined) {
  const command = commands.find((candidate) => candidate.name === name);
  if (command) return command;
  if (name === undefined) throw new UsageError("no command given; see wlcg-notes --help");
  const names = commands.map((candidate) => candidate.name);
  throw new UsageError(`unknown command "${name}"; ${didYouMean(name, names, "see wlcg-notes --help")}`);
}

/** @throws the error itself if it is a bug in this program */
function reportFailure(error: unknown, output: Output): number {
  if (error instanceof InterruptedError) {
    output.err(`wlcg-notes: ${error.message}; the file being written is complete\n`);
    return error.exitCode;
  }
  if (!(error instanceof UsageError)) throw error;
  output.err(`wlcg-notes: ${error.message}\n`);
  return 2;
}
