import { formatNames } from "../../../generated/formatNames";
import { catalogueFile, choice, command, flag, outputFile, text } from "./command";

export const renderCommand = command({
  name: "render",
  parameters: "FILE",
  summary: "export the notes of a meeting",
  options: {
    to: choice(
      formatNames.map(({ id }) => id),
      "the format; markdown by default",
    ),
    by: choice(["theme", "agenda", "community"], "how contributions are arranged"),
    sections: text("NAMES", "only these sections, in this order, with commas between them"),
    item: text("N|URL", "only one contribution or part, by its number or address"),
    template: text("TEMPLATE", "fill this Mustache template"),
    out: outputFile,
    watch: flag("render again after each change of the file"),
    force: flag("render also if the meeting has errors"),
    catalogue: catalogueFile,
  },
  examples: [
    "wlcg-notes render meeting.contributions.yaml --to html -o minutes.html",
    "wlcg-notes render meeting.contributions.yaml --to indico --item 3",
    "wlcg-notes render meeting.contributions.yaml -o notes.md --watch",
  ],
  run: async (request) => (await import("../actions/render")).render(request),
});
