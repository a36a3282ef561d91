import { parseArgs } from "node:util";
import { closestWord } from "../../core/text/closestWord";
import { errorText } from "../../host/errorText";
import { type Output, UsageError } from "../output/output";

/** A command of `wlcg-notes`, a record that loads its code when the command runs. */
export interface Command extends CommandHelp {
  /** @returns the exit code; undefined for a command that keeps running */
  readonly run: (args: readonly string[], output: Output) => Promise<number | undefined>;
}

/** The text of a command in help. */
export interface CommandHelp {
  readonly name: string;
  /** what follows the name: `PATH… [options]` */
  readonly parameters: string;
  /** what the command does, in one line */
  readonly summary: string;
  /** further sentences, if there are any */
  readonly details?: string;
  readonly options: Options;
  /** lines to copy */
  readonly examples: readonly string[];
}

export interface Option {
  readonly type: "string" | "boolean";
  readonly short?: string;
  readonly multiple?: boolean;
  /** what the value is, such as `FILE` */
  readonly value?: string;
  /** the only values */
  readonly choices?: readonly string[];
  readonly help: string;
}

type Options = Readonly<Record<string, Option>>;

/** The values of the options, the paths, and where to write. */
type Request<T extends Options> = ReturnType<typeof parse<T>> & { readonly output: Output };

interface Definition<T extends Options> extends CommandHelp {
  readonly options: T;
  readonly run: (request: Request<T>) => Promise<number>;
}

/** An option with a value. */
export function text(value: string, help: string) {
  return { type: "string", value, help } as const;
}

/** An option with one of some values. */
export function choice(choices: readonly string[], help: string) {
  return { type: "string", value: choices.join("|"), choices, help } as const;
}

/** An option without a value. */
export function flag(help: string) {
  return { type: "boolean", help } as const;
}

/** An option that may be given several times. */
export function list(value: string, help: string) {
  return { type: "string", multiple: true, value, help } as const;
}

/** What happens with the edits of files instead of writing them. */
export const editModes = {
  "dry-run": flag("show diffs with a summary, and change no file"),
  diff: flag("show diffs only, which git apply accepts, and change no file; exit code 1 if there are any"),
  check: flag("name the files with work left, and change none; exit code 1 if there are any"),
} as const;

/** `-o OUT` */
export const outputFile = {
  type: "string",
  short: "o",
  value: "OUT",
  help: "write to this file; - is standard output",
} as const;

export const catalogueFile = text("FILE", "use another theme catalogue");

export const archiveFolder = text("FOLDER", "suggestions learn from the meetings in this folder");

/** A command that takes options and paths. */
export function command<T extends Options>({ run, ...help }: Definition<T>): Command {
  return { ...help, run: async (args, output) => run({ output, ...parse(args, help.options) }) };
}

/**
 * @throws UsageError if the command does not know an option, or an option lacks its value, or the value is
 * empty
 */
function parse<T extends Options>(args: readonly string[], options: T) {
  const { values, positionals } = parsed(args, options);
  const empty = Object.entries(values).find(([, value]) => [value].flat().includes(""));
  if (empty) throw new UsageError(`the value of ${empty[0] === "out" ? "-o" : `--${empty[0]}`} is empty`);
  // standard output, as without the option
  if ("out" in values && values.out === "-") Reflect.deleteProperty(values, "out");
  return { ...values, paths: positionals };
}

function parsed<T extends Options>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(withClosestOption(errorText(error).replace(/\. .*/, ""), options));
  }
}

/** `Unknown option '--fromat'; did you mean --format?` */
function withClosestOption(problem: string, options: Options): string {
  const written = /^Unknown option '--([^']+)'$/.exec(problem)?.[1];
  const proposal = written === undefined ? undefined : closestWord(written, Object.keys(options));
  return proposal === undefined ? problem : `${problem}; did you mean --${proposal}?`;
}
