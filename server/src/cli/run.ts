import { version } from "../../../package.json";
import { commands } from "./commands/index";
import { outputTo, type Streams } from "./output/output";
import { usageText } from "./usage";

/** @returns the exit code; undefined for `lsp`, which keeps running */
export async function run(args: readonly string[], streams: Streams): Promise<number | undefined> {
  const output = outputTo(streams);
  if (hasOption(args, "--help") || hasOption(args, "-h")) output.out(usageText(commands));
  else if (hasOption(args, "--version")) output.out(`${version}\n`);
  else return (await import("./runCommand")).runCommand(args, output);
  return 0;
}

/** Arguments after `--` are paths. */
function hasOption(args: readonly string[], option: string): boolean {
  const end = args.indexOf("--");
  return (end === -1 ? args : args.slice(0, end)).includes(option);
}
