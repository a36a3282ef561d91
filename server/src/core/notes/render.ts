/** From a meeting to its notes in a format: what the command line and the editor's commands share. */
import { calendarOf } from "../calendar";
import { coverageOf } from "../coverage/index";
import { coverageSvg } from "../coverage/svg";
import type { MeetingDocument } from "../document";
import { arrange } from "./arrange";
import { notesPage } from "./html";
import { notesJson } from "./json";
import { notesMarkdown } from "./markdown";
import { notesOf } from "./notesOf";
import type { By } from "./sections";
import { styles } from "./styles";

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
