import { command, flag, outputFile, text } from "./command";

export const importCommand = command({
  name: "import",
  usage: [
    "import SOURCE [-o FILE] [--into FILE] [--dry-run] [--tag]",
    "                                                         make a meeting's file from the address of",
    "                                                         an Indico event, a saved export or -;",
    "                                                         with --into update the agenda of a file",
  ],
  options: { out: outputFile, into: text, "dry-run": flag, tag: flag, catalogue: text },
  run: async (request) => (await import("../actions/importAgenda")).importAgenda(request),
});
