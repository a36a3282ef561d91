import { catalogueFile, choice, command } from "./command";

export const checkCommand = command({
  name: "check",
  parameters: "PATH…",
  summary: "report problems in meetings",
  options: {
    format: choice(["text", "json", "sarif", "gitlab", "github"], "the form of the report; text by default"),
    catalogue: catalogueFile,
  },
  examples: ["wlcg-notes check meetings/", "wlcg-notes check --format sarif meetings/ > report.sarif"],
  run: async (request) => (await import("../actions/check")).check(request),
});
