import { archiveFolder, catalogueFile, command, editModes, flag } from "./command";

export const fixCommand = command({
  name: "fix",
  parameters: "PATH…",
  summary: "apply all safe fixes",
  details: "The text of standard input (-) is written to standard output.",
  options: {
    tag: flag("tag items whose suggested themes are certain"),
    ...editModes,
    archive: archiveFolder,
    catalogue: catalogueFile,
  },
  examples: [
    "wlcg-notes fix --dry-run meetings/",
    "wlcg-notes fix --tag --archive meetings/ new.contributions.yaml",
  ],
  run: async (request) => (await import("../actions/fix")).fix(request),
});
