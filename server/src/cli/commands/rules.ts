import { choice, command } from "./command";

export const rulesCommand = command({
  name: "rules",
  parameters: "",
  summary: "list the codes of problems and their severities",
  options: { format: choice(["text", "json"], "the form of the list; text by default") },
  examples: ["wlcg-notes rules", "wlcg-notes rules --format json"],
  run: async (request) => (await import("../actions/rules")).rules(request),
});

export const explainCommand = command({
  name: "explain",
  parameters: "CODE",
  summary: "explain the code of a problem, with an example",
  options: {},
  examples: ["wlcg-notes explain untagged-item"],
  run: async (request) => (await import("../actions/rules")).explain(request),
});
