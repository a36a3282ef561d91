import { catalogueFile, command, flag, outputFile, text } from "./command";

export const importCommand = command({
  name: "import",
  parameters: "SOURCE",
  summary: "make a meeting of an agenda, or update its agenda",
  details:
    "SOURCE is the address of an Indico event, a saved export or page of it, a calendar, or the text of an agenda; - is\n" +
    "standard input. WLCG_NOTES_INDICO_TOKEN is a token for protected events.",
  options: {
    out: { ...outputFile, help: "a new file; - is standard output" },
    into: text("FILE", "update the agenda of this file, and nothing that was written"),
    "dry-run": flag("with --into: show a diff, and change no file"),
    tag: flag("tag items whose suggested themes are certain"),
    catalogue: catalogueFile,
  },
  examples: [
    "wlcg-notes import https://indico.cern.ch/event/1234567/ -o meeting.contributions.yaml",
    "wlcg-notes import https://indico.cern.ch/event/1234567/ --into meeting.contributions.yaml --dry-run",
  ],
  run: async (request) => (await import("../actions/importAgenda")).importAgenda(request),
});
