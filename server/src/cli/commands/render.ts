import { formatNames } from "../../../generated/formatNames";
import { command, flag, outputFile, text } from "./command";

export const renderCommand = command({
  name: "render",
  usage: [
    `render FILE   [--to ${formatNames.map(({ id }) => id).join("|")}] [--by theme|agenda|community]`,
    "              [--sections NAMES] [--item N|URL] [--template TEMPLATE] [-o OUT] [--watch] [--force]",
    "                                                         export the notes, or the timetable as a",
    "                                                         calendar; only these sections, or one",
    "                                                         contribution or part; by your own template;",
    "                                                         again after each change of the file;",
    "                                                         with --force even if the meeting has",
    "                                                         errors",
  ],
  options: {
    to: text,
    by: text,
    sections: text,
    item: text,
    template: text,
    out: outputFile,
    watch: flag,
    force: flag,
    catalogue: text,
  },
  run: async (request) => (await import("../actions/render")).render(request),
});
