import { command, text } from "./command";

export const suggestCommand = command({
  name: "suggest",
  usage: ["suggest PATH… [--format text|json] [--archive FOLDER]    suggest themes for untagged items"],
  options: { format: text, catalogue: text, archive: text },
  run: async (request) => (await import("../actions/suggest")).suggest(request),
});
