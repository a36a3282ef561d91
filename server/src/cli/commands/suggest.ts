import { archiveFolder, catalogueFile, choice, command } from "./command";

export const suggestCommand = command({
  name: "suggest",
  parameters: "PATH…",
  summary: "suggest themes for untagged items",
  options: {
    format: choice(["text", "json"], "the form of the report; text by default"),
    archive: archiveFolder,
    catalogue: catalogueFile,
  },
  examples: ["wlcg-notes suggest --archive meetings/ new.contributions.yaml"],
  run: async (request) => (await import("../actions/suggest")).suggest(request),
});
