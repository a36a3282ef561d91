import { command, outputFile, text } from "./command";

export const coverageCommand = command({
  name: "coverage",
  usage: ["coverage PATH… [--format text|json|svg] [-o OUT]         the themes that the meetings cover"],
  options: { format: text, out: outputFile, catalogue: text },
  run: async (request) => (await import("../actions/coverage")).coverage(request),
});
