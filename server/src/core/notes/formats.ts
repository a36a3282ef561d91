/** From a meeting to its notes in a format: what the command line and the editor's commands share. */

import type { MeetingDocument } from "../analysis/meetingDocument";
import { coverageOf } from "../coverage/coverageOf";
import { coverageSvg } from "../coverage/svg";
import { arrange } from "./arrange/arrange";
import type { By } from "./arrange/sections";
import { calendarOf } from "./calendar";
import { notesPage } from "./html/page";
import { styles } from "./html/styles";
import { notesJson } from "./json";
import { notesMarkdown } from "./markdown/markdown";
import { notesOf } from "./read/notesOf";

export const formats = ["markdown", "html", "json", "ics"] as const;
type Format = (typeof formats)[number];

export interface RenderOptions {
  readonly to: Format;
  readonly by: By;
}

/** The same text on the same day gives the same notes; `ics` is the timetable, which `by` does not change. */
export function renderNotes(document: MeetingDocument, { to, by }: RenderOptions): string {
  if (to === "ics") return calendarOf(document).text;
  const notes = notesOf(document);
  const arrangement = arrange(notes, by, document.vocabulary.catalogue);
  if (to === "markdown") return notesMarkdown(notes, arrangement);
  if (to === "json") return notesJson(notes, arrangement);
  return notesPage(notes, arrangement, { coverage: coveragePicture(document) });
}

/** An `svg` element for the end of the notes. */
export function coveragePicture(document: MeetingDocument): string {
  return coverageSvg(coverageOf([document]), { title: "Themes covered", style: styles.picture });
}
