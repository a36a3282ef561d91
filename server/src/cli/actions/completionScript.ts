/** Scripts that complete the commands, their options and the values of these. */
import { writeOutput } from "../files/writeOutput";
import { type Output, UsageError } from "../output/output";

interface CompletedOption {
  readonly short?: string;
  readonly value?: string;
  /** the only values */
  readonly choices?: readonly string[];
  readonly help: string;
}

/** The part of a command that is completed. */
interface CompletedCommand {
  readonly name: string;
  readonly summary: string;
  readonly options: Readonly<Record<string, CompletedOption>>;
}

/** Prints the script for a shell. @returns exit code 0 */
export async function completion(
  { paths, output }: { readonly paths: readonly string[]; readonly output: Output },
  commands: readonly CompletedCommand[],
): Promise<number> {
  const [shell = "", ...others] = paths;
  const write = others.length > 0 ? undefined : writers.get(shell);
  if (!write) throw new UsageError("completion accepts one SHELL: bash, zsh or fish");
  await writeOutput(write(commands), { output });
  return 0;
}

const writers: ReadonlyMap<string, (commands: readonly CompletedCommand[]) => string> = new Map([
  ["bash", bash],
  ["zsh", zsh],
  ["fish", fish],
]);

function optionsOf({ options }: CompletedCommand): readonly string[] {
  return Object.keys(options).map((name) => `--${name}`);
}

/** The options with fixed values, by command: `--format` of `check`. */
function choicesOf({
  options,
}: CompletedCommand): readonly (readonly [option: string, values: readonly string[]])[] {
  return Object.entries(options).flatMap(([name, { choices }]) =>
    choices ? [[`--${name}`, choices] as const] : [],
  );
}

function bash(commands: readonly CompletedCommand[]): string {
  const cases = commands.map(
    (command) => `    ${command.name}) words="${[...optionsOf(command), "--help"].join(" ")}" ;;`,
  );
  const values = commands.flatMap((command) =>
    choicesOf(command).map(
      ([option, names]) => `    ${command.name}:${option}) words="${names.join(" ")}" ;;`,
    ),
  );
  return `_wlcg_notes() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${[...commands.map(({ name }) => name), "help"].join(" ")}" -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]}:$previous" in
${values.join("\n")}
  esac
  if [ -z "$words" ] && [ "\${current#-}" != "$current" ]; then
    case "\${COMP_WORDS[1]}" in
${cases.map((line) => `  ${line}`).join("\n")}
    esac
  fi
  if [ -n "$words" ]; then COMPREPLY=($(compgen -W "$words" -- "$current")); else COMPREPLY=($(compgen -f -- "$current")); fi
}
complete -o filenames -F _wlcg_notes wlcg-notes
`;
}

/** Zsh reads the script of bash. */
function zsh(commands: readonly CompletedCommand[]): string {
  return `autoload -U +X bashcompinit && bashcompinit\n${bash(commands)}`;
}

function fish(commands: readonly CompletedCommand[]): string {
  const quoted = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
  const names = commands.map(
    ({ name, summary }) =>
      `complete -c wlcg-notes -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`,
  );
  const options = commands.flatMap(({ name, options: all }) =>
    Object.entries(all).map(([long, { short, value, choices, help }]) =>
      [
        `complete -c wlcg-notes -n '__fish_seen_subcommand_from ${name}' -l ${long}`,
        ...(short === undefined ? [] : [`-s ${short}`]),
        ...(value === undefined ? [] : ["-r"]),
        ...(choices ? [`-f -a ${quoted(choices.join(" "))}`] : []),
        `-d ${quoted(help)}`,
      ].join(" "),
    ),
  );
  return `${[...names, ...options].join("\n")}\n`;
}
