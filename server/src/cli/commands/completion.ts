import { UsageError } from "../output/output";
import { type Command, command } from "./command";
import { completionScript } from "./completionScript";

/** @param commands the list of which this command is part too */
export function completionCommand(commands: () => readonly Command[]): Command {
  return command({
    name: "completion",
    parameters: "SHELL",
    summary: "print a script that completes commands and options in bash, zsh or fish",
    options: {},
    examples: ['eval "$(wlcg-notes completion bash)"', "wlcg-notes completion fish | source"],
    run: async ({ paths, output }) => {
      const [shell = "", ...others] = paths;
      const script = others.length > 0 ? undefined : completionScript(shell, commands());
      if (script === undefined) throw new UsageError("completion accepts one SHELL: bash, zsh or fish");
      output.document(script);
      return 0;
    },
  });
}
