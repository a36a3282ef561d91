import { command, flag, text } from "./command";

export const fixCommand = command({
  name: "fix",
  usage: [
    "fix PATH…     [--tag] [--dry-run] [--archive FOLDER]     apply all safe fixes; with --tag",
    "                                                         tag items with confident suggestions",
  ],
  options: { "dry-run": flag, tag: flag, catalogue: text, archive: text },
  run: async (request) => (await import("../actions/fix")).fix(request),
});
