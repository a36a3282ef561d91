import { type Command, command } from "./command";

/** @param commands the list that contains this command too */
export function completionCommand(commands: () => readonly Command[]): Command {
  return command({
    name: "completion",
    parameters: "SHELL",
    summary: "print a script that completes commands and options in bash, zsh or fish",
    options: {},
    examples: ['eval "$(wlcg-notes completion bash)"', "wlcg-notes completion fish | source"],
    run: async (request) => (await import("../actions/completionScript")).completion(request, commands()),
  });
}
