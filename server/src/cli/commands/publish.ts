import { command, flag, text } from "./command";

export const publishCommand = command({
  name: "publish",
  usage: [
    "publish FILE  [--to ADDRESS] [--by theme|agenda|community] [--sections NAMES]",
    "              [--items] [--dry-run] [--force]            publish the notes as minutes in Indico,",
    "                                                         under the event of the meeting's url;",
    "                                                         with --items under each contribution;",
    "                                                         --force overwrites what others wrote",
  ],
  options: {
    to: text,
    by: text,
    sections: text,
    items: flag,
    "dry-run": flag,
    force: flag,
    catalogue: text,
  },
  run: async (request) => (await import("../actions/publishNotes")).publishNotes(request),
});
