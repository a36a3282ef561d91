import { catalogueFile, command, editModes } from "./command";

export const formatCommand = command({
  name: "format",
  parameters: "PATH…",
  summary: "format meetings as the editors do",
  details: "The text of standard input (-) is written to standard output.",
  options: { ...editModes, catalogue: catalogueFile },
  examples: ["wlcg-notes format meetings/", "wlcg-notes format --check meetings/"],
  run: async (request) => (await import("../actions/format")).format(request),
});
