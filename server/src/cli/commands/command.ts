import { parseArgs } from "node:util";
import { errorText } from "../../host/errorText";
import { type Output, UsageError } from "../output/output";

/** A command of `wlcg-notes`, a record that loads its code when the command runs. */
export interface Command {
  readonly name: string;
  /** its lines of the usage text */
  readonly usage: readonly string[];
  /** @returns the exit code; undefined for a command that keeps running */
  readonly run: (args: readonly string[], output: Output) => Promise<number | undefined>;
}

type Options = Readonly<Record<string, { readonly type: "string" | "boolean"; readonly short?: string }>>;

/** The values of the options, the paths, and where to write. */
type Request<T extends Options> = ReturnType<typeof parse<T>> & { readonly output: Output };

interface Definition<T extends Options> {
  readonly name: string;
  readonly usage: readonly string[];
  readonly options: T;
  readonly run: (request: Request<T>) => Promise<number>;
}

/** An option with a value. */
export const text = { type: "string" } as const;
/** An option without a value. */
export const flag = { type: "boolean" } as const;
/** `-o OUT` */
export const outputFile = { type: "string", short: "o" } as const;

/** A command that takes options and paths. */
export function command<T extends Options>({ name, usage, options, run }: Definition<T>): Command {
  return { name, usage, run: async (args, output) => run({ output, ...parse(args, options) }) };
}

/**
 * @throws UsageError if the command does not know an option, or an option lacks its value, or the value is
 * empty
 */
function parse<T extends Options>(args: readonly string[], options: T) {
  const { values, positionals } = parsed(args, options);
  const empty = Object.entries(values).find(([, value]) => value === "");
  if (empty) throw new UsageError(`the value of ${empty[0] === "out" ? "-o" : `--${empty[0]}`} is empty`);
  // standard output, as without the option
  if ("out" in values && values.out === "-") Reflect.deleteProperty(values, "out");
  return { ...values, paths: positionals };
}

function parsed<T extends Options>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(errorText(error).replace(/\. .*/, ""));
  }
}
