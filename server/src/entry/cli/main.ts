import { parseArgs } from "node:util";
import manifest from "../../../../package.json";
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

const options = {
  format: { type: "string" },
  catalogue: { type: "string" },
  "dry-run": { type: "boolean" },
  stdio: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;

/** @returns the exit code; nothing for `lsp`, which goes on */
export async function main(args: readonly string[], output: Output): Promise<number | undefined> {
  try {
    const { values, positionals } = parse(args);
    const [command, ...paths] = positionals;
    if (values.help) return say(output, usage);
    if (values.version) return say(output, `${manifest.version}\n`);
    if (command === "lsp") return void runStdio();
    if (command === undefined) throw new Unusable("no command given; see wlcg-notes --help");
    const request = { paths, output, ...(values.catalogue !== undefined && { catalogue: values.catalogue }) };
    if (command === "check") return await check({ ...request, format: values.format ?? "text" });
    if (command === "suggest") return await suggest({ ...request, format: values.format ?? "text" });
    if (command === "fix") return await fix({ ...request, isDryRun: values["dry-run"] === true });
    throw new Unusable(`unknown command "${command}"; see wlcg-notes --help`);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    output.err(`wlcg-notes: ${error.message}\n`);
    return 2;
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new Unusable(
      error instanceof Error ? (error.message.split("\n")[0] ?? "unusable arguments") : String(error),
    );
  }
}

function say(output: Output, text: string): number {
  output.out(text);
  return 0;
}
