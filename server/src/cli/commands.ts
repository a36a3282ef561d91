import { parseArgs } from "node:util";
import manifest from "../../../package.json";
import { formatNames } from "../../generated/formatNames";
import { reason } from "../host/errorText";
import { check } from "./check";
import { coverage } from "./coverage";
import { fix } from "./fix";
import { type Output, outputTo, type Streams, Unusable } from "./output/output";
import { Interrupted } from "./output/signals";
import { render } from "./render";
import { suggest } from "./suggest";

const usage = `Usage: wlcg-notes COMMAND

  check PATH…   [--format text|json|sarif|gitlab|github]   report what is wrong
  suggest PATH… [--format text|json] [--archive FOLDER]    themes for untagged items
  fix PATH…     [--tag] [--dry-run] [--archive FOLDER]     apply the fixes that are safe; with --tag
                                                           tag items whose themes are convincing
  coverage PATH… [--format text|json|svg] [-o OUT]         which themes the meetings cover
  render FILE   [--to ${formatNames.map(({ id }) => id).join("|")}] [--by theme|agenda|community] [-o OUT] [--force]
                                                           notes to publish, or the timetable as a
                                                           calendar; with --force also where the
                                                           meeting has errors
  lsp --stdio                                              the language server

PATH is a file, a folder or a glob pattern; after -- also one that begins with a dash. Links
below folders are not followed. --catalogue FILE reads another theme catalogue.
--archive FOLDER lets suggestions learn from the meetings in it.
Exit codes: 0 clean, 1 errors or warnings found, 2 unusable arguments, unreadable input,
or an output that cannot be written.
`;

type Options = Readonly<Record<string, { readonly type: "string" | "boolean"; readonly short?: string }>>;

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;
const file = { type: "string", short: "o" } as const;

/** @returns the exit code; nothing for `lsp`, which goes on */
export async function main(args: readonly string[], streams: Streams): Promise<number | undefined> {
  const output = outputTo(streams);
  const [command, ...rest] = args;
  try {
    if (asks(args, "--help") || asks(args, "-h")) return say(output, usage);
    if (asks(args, "--version")) return say(output, `${manifest.version}\n`);
    if (command === "lsp") return void (await import("../lsp/stdio")).runStdio();
    if (command === "check")
      return await check({ output, ...parse(rest, { format: text, catalogue: text }) });
    if (command === "suggest")
      return await suggest({ output, ...parse(rest, { format: text, catalogue: text, archive: text }) });
    if (command === "fix")
      return await fix({
        output,
        ...parse(rest, { "dry-run": flag, tag: flag, catalogue: text, archive: text }),
      });
    if (command === "coverage")
      return await coverage({ output, ...parse(rest, { format: text, out: file, catalogue: text }) });
    if (command === "render")
      return await render({
        output,
        ...parse(rest, { to: text, by: text, out: file, force: flag, catalogue: text }),
      });
    const fault = command === undefined ? "no command given" : `unknown command "${command}"`;
    throw new Unusable(`${fault}; see wlcg-notes --help`);
  } catch (error) {
    if (error instanceof Interrupted) {
      output.err(`wlcg-notes: ${error.message}; what was being written is whole\n`);
      return error.exitCode;
    }
    if (!(error instanceof Unusable)) throw error;
    output.err(`wlcg-notes: ${error.message}\n`);
    return 2;
  }
}

/** What follows `--` is a path. */
function asks(args: readonly string[], option: string): boolean {
  const end = args.indexOf("--");
  return (end === -1 ? args : args.slice(0, end)).includes(option);
}

/** @throws Unusable where an option is unknown to the command, or lacks its value, or its value is empty */
function parse<T extends Options>(args: readonly string[], options: T) {
  const { values, positionals } = parsed(args, options);
  const empty = Object.entries(values).find(([, value]) => value === "");
  if (empty) throw new Unusable(`the value of ${empty[0] === "out" ? "-o" : `--${empty[0]}`} is empty`);
  return { ...values, paths: positionals };
}

function parsed<T extends Options>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new Unusable(reason(error).replace(/\. .*/, ""));
  }
}

function say(output: Output, words: string): number {
  output.out(words);
  return 0;
}
