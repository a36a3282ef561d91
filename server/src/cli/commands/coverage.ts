import { catalogueFile, choice, command, outputFile } from "./command";

export const coverageCommand = command({
  name: "coverage",
  parameters: "PATH…",
  summary: "show the themes that meetings cover",
  options: {
    format: choice(["text", "json", "svg"], "the form of the report; text by default"),
    out: outputFile,
    catalogue: catalogueFile,
  },
  examples: ["wlcg-notes coverage meetings/ --format svg -o coverage.svg"],
  run: async (request) => (await import("../actions/coverage")).coverage(request),
});
