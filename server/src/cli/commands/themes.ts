import { catalogueFile, choice, command } from "./command";

export const themesCommand = command({
  name: "themes",
  parameters: "",
  summary: "list the themes and topics of the catalogue",
  options: {
    format: choice(["text", "json"], "the form of the list; text by default"),
    catalogue: catalogueFile,
  },
  examples: ["wlcg-notes themes", "wlcg-notes themes --catalogue group.catalogue.yaml"],
  run: async (request) => (await import("../actions/themes")).themes(request),
});
