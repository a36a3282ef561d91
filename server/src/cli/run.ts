import { version } from "../../../package.json";
import { commands } from "./commands/index";
import { outputTo, type Streams } from "./output/output";
import { commandHelp, usageText } from "./usage";

/** @returns the exit code; undefined for `lsp`, which keeps running */
export async function run(args: readonly string[], streams: Streams): Promise<number | undefined> {
  const output = outputTo(streams);
  const help = helpFor(args);
  if (help !== undefined) output.out(help);
  else if (hasOption(args, "--version", "-V")) output.out(`${version}\n`);
  else return (await import("./runCommand")).runCommand(args, output);
  return 0;
}

/** The text of `help`, `help COMMAND` and `--help`; undefined for other arguments, and for the help on an unknown command. */
function helpFor(args: readonly string[]): string | undefined {
  const isHelp = args[0] === "help";
  if (!isHelp && !hasOption(args, "--help", "-h")) return undefined;
  const name = (isHelp ? args.slice(1) : args).find((arg) => !arg.startsWith("-"));
  const command = commands.find((candidate) => candidate.name === name);
  if (command) return commandHelp(command);
  return isHelp && name !== undefined ? undefined : usageText(commands);
}

/** Arguments after `--` are paths. */
function hasOption(args: readonly string[], ...names: readonly string[]): boolean {
  const end = args.indexOf("--");
  return (end === -1 ? args : args.slice(0, end)).some((arg) => names.includes(arg));
}
