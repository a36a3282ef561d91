import { parseArgs } from "node:util";
import manifest from "../../../../package.json";
import { reason } from "../reason";
import { runStdio } from "../stdio";
import { check } from "./check";
import { fix } from "./fix";
import { type Output, Unusable } from "./io";
import { suggest } from "./suggest";

const usage = `Usage: wlcg-notes COMMAND

  check PATH…   [--format text|json|sarif|gitlab|github]   report what is wrong
  suggest PATH… [--format text|json]                       themes for untagged items
  fix PATH…     [--dry-run]                                apply the fixes that are safe
  lsp --stdio                                              the language server

PATH is a file, a folder or a glob pattern. --catalogue FILE reads another theme catalogue.
Exit codes: 0 clean, 1 errors or warnings found, 2 unusable arguments or unreadable input.
`;

type Options = Readonly<Record<string, { readonly type: "string" | "boolean" }>>;

const [format, catalogue] = [{ type: "string" }, { type: "string" }] as const;

/** @returns the exit code; nothing for `lsp`, which goes on */
export async function main(args: readonly string[], output: Output): Promise<number | undefined> {
  const [command, ...rest] = args;
  try {
    if (args.includes("--help") || args.includes("-h")) return say(output, usage);
    if (args.includes("--version")) return say(output, `${manifest.version}\n`);
    if (command === "lsp") return void runStdio();
    if (command === "check") return await check({ output, ...parse(rest, { format, catalogue }) });
    if (command === "suggest") return await suggest({ output, ...parse(rest, { format, catalogue }) });
    if (command === "fix")
      return await fix({ output, ...parse(rest, { "dry-run": { type: "boolean" }, catalogue }) });
    const fault = command === undefined ? "no command given" : `unknown command "${command}"`;
    throw new Unusable(`${fault}; see wlcg-notes --help`);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    output.err(`wlcg-notes: ${error.message}\n`);
    return 2;
  }
}

/** @throws Unusable where an option is unknown to the command, or lacks its value */
function parse<T extends Options>(args: readonly string[], options: T) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { ...values, paths: positionals };
  } catch (error) {
    throw new Unusable(reason(error).replace(/\. .*/, ""));
  }
}

function say(output: Output, text: string): number {
  output.out(text);
  return 0;
}
