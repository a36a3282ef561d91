import { catalogueFile, choice, command, flag, text } from "./command";

export const publishCommand = command({
  name: "publish",
  parameters: "FILE",
  summary: "publish the notes as minutes in Indico",
  details:
    "The minutes go to the event of the meeting's url. WLCG_NOTES_INDICO_TOKEN is the token, and WLCG_NOTES_INDICO_HOST the\n" +
    "only host that it is sent to, which is needed unless --to gives the address.",
  options: {
    to: text("ADDRESS", "the address of the event, instead of the meeting's url"),
    items: flag("each contribution's notes under the contribution"),
    by: choice(["theme", "agenda", "community"], "how contributions are arranged"),
    sections: text("NAMES", "only these sections, in this order, with commas between them"),
    "dry-run": flag("show what would be sent"),
    force: flag("overwrite minutes that others wrote or edited"),
    catalogue: catalogueFile,
  },
  examples: [
    "wlcg-notes publish --dry-run meeting.contributions.yaml",
    "wlcg-notes publish --items meeting.contributions.yaml",
  ],
  run: async (request) => (await import("../actions/publishNotes")).publishNotes(request),
});
