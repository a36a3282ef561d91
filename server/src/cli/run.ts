import { version } from "../../../package.json";
import { commands } from "./commands";
import { type Output, outputTo, type Streams, UsageError } from "./output/output";
import { Interrupted } from "./output/signals";
import { usageText } from "./usage";

/** @returns the exit code; nothing for `lsp`, which goes on */
export async function run(args: readonly string[], streams: Streams): Promise<number | undefined> {
  const output = outputTo(streams);
  try {
    if (hasOption(args, "--help") || hasOption(args, "-h")) return print(output, usageText(commands));
    if (hasOption(args, "--version")) return print(output, `${version}\n`);
    return await runCommand(args, output);
  } catch (error) {
    return reportFault(error, output);
  }
}

/** @throws UsageError if there is no such command */
function runCommand([name, ...args]: readonly string[], output: Output): Promise<number | undefined> {
  const command = commands.find((candidate) => candidate.name === name);
  if (command) return command.run(args, output);
  const fault = name === undefined ? "no command given" : `unknown command "${name}"`;
  throw new UsageError(`${fault}; see wlcg-notes --help`);
}

/** @throws the error itself if it is a defect of this program */
function reportFault(error: unknown, output: Output): number {
  if (error instanceof Interrupted) {
    output.err(`wlcg-notes: ${error.message}; what was being written is whole\n`);
    return error.exitCode;
  }
  if (!(error instanceof UsageError)) throw error;
  output.err(`wlcg-notes: ${error.message}\n`);
  return 2;
}

/** Whatever follows `--` is a path. */
function hasOption(args: readonly string[], option: string): boolean {
  const end = args.indexOf("--");
  return (end === -1 ? args : args.slice(0, end)).includes(option);
}

function print(output: Output, text: string): number {
  output.out(text);
  return 0;
}
