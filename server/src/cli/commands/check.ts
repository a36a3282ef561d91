import { catalogueFile, choice, command, list } from "./command";

export const checkCommand = command({
  name: "check",
  parameters: "PATH…",
  summary: "report problems in meetings",
  options: {
    format: choice(["text", "json", "sarif", "gitlab", "github"], "the form of the report; text by default"),
    rule: list(
      "CODE=SEVERITY",
      "another severity: error, warning, information, hint or off; may be repeated",
    ),
    "fail-on": choice(["error", "warning"], "what gives exit code 1; warning by default"),
    catalogue: catalogueFile,
  },
  examples: [
    "wlcg-notes check meetings/",
    "wlcg-notes check --rule untagged-item=off --fail-on error meetings/",
    "wlcg-notes check --format sarif meetings/ > report.sarif",
  ],
  run: async (request) => (await import("../actions/check")).check(request),
});
