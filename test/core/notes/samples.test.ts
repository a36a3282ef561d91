/** The samples with the built-in catalogue; see golden.test.ts for every detail of the notes. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { formats, renderNotes } from "../../../server/src/core/notes/formats";
import { readMeeting } from "../../support/meeting";

const samples = ["2019-12-10-kubernetes-pre-gdb", "kubernetes-in-hep-talks"];

it.each(samples)("%s renders in every format, and has themes of the catalogue", (name) => {
  const meeting = readMeeting(readFileSync(`sample/${name}.contributions.yaml`, "utf8"));
  for (const to of formats) expect(renderNotes(meeting, { to, by: "theme" }).length).toBeGreaterThan(100);
  const isTagged = ({ summary }: ReturnType<typeof meeting.items>[number]) => summary.themes.length > 0;
  expect(meeting.items().some(isTagged)).toBe(true);
});
