import { command, text } from "./command";

export const checkCommand = command({
  name: "check",
  usage: ["check PATH…   [--format text|json|sarif|gitlab|github]   report problems"],
  options: { format: text, catalogue: text },
  run: async (request) => (await import("../actions/check")).check(request),
});
