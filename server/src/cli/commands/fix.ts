import { command, flag, text } from "./command";

export const fixCommand = command({
  name: "fix",
  usage: [
    "fix PATH…     [--tag] [--dry-run] [--archive FOLDER]     apply the fixes that are safe; with --tag",
    "                                                         tag items whose themes are convincing",
  ],
  options: { "dry-run": flag, tag: flag, catalogue: text, archive: text },
  run: async (request) => (await import("../actions/fix")).fix(request),
});
