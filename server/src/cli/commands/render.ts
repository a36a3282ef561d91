import { formatNames } from "../../../generated/formatNames";
import { command, flag, outputFile, text } from "./command";

export const renderCommand = command({
  name: "render",
  usage: [
    `render FILE   [--to ${formatNames.map(({ id }) => id).join("|")}] [--by theme|agenda|community] [-o OUT] [--force]`,
    "                                                         export the notes, or the timetable as a",
    "                                                         calendar; with --force even if the",
    "                                                         meeting has errors",
  ],
  options: { to: text, by: text, out: outputFile, force: flag, catalogue: text },
  run: async (request) => (await import("../actions/render")).render(request),
});
