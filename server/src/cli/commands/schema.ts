import { command, outputFile } from "./command";

export const schemaCommand = command({
  name: "schema",
  parameters: "[NAME]",
  summary: "print a JSON Schema",
  details:
    "NAME is contributions (the default: meeting files, with the themes of the built-in catalogue), catalogue, notes\n" +
    "(render --to json) or coverage (coverage --format json).",
  options: { out: outputFile },
  examples: ["wlcg-notes schema > contributions.schema.json", "wlcg-notes schema catalogue"],
  run: async (request) => (await import("../actions/schema")).schema(request),
});
