/** The export formats of notes, shared by the command line and the editor's commands. */

import type { MeetingDocument } from "../analysis/meetingDocument";
import { coverageOf } from "../coverage/coverageOf";
import { coverageSvg } from "../coverage/svg";
import { arrange } from "./arrange/arrange";
import type { SectionName } from "./arrange/sectionNames";
import type { ArrangeBy, Arrangement } from "./arrange/sections";
import { calendarOf } from "./calendar";
import { indicoFragment } from "./html/indicoFragment";
import { notesBody, notesPage } from "./html/page";
import { styles } from "./html/styles";
import { notesMarkdown } from "./markdown/markdown";
import { notesJson } from "./notesJson";
import { itemFragment, itemJson, itemMarkdown, itemPage } from "./oneItem";
import type { Notes, NotesItem } from "./read/notes";
import { notesOf } from "./read/notesOf";

interface NotesFormat {
  /** its name in requests and in `render --to` */
  readonly id: string;
  readonly label: string;
  /** its purpose */
  readonly description: string;
  /** extension of the file name, without a dot */
  readonly extension: string;
  /** false if the format has a fixed order */
  readonly isArranged: boolean;
  readonly write: (document: MeetingDocument, options: WriteOptions) => string;
  /** writes one item; undefined if the format has whole meetings only */
  readonly writeItem?: (item: NotesItem, notes: Notes) => string;
}

/** Every format; the first one is the default. */
export const notesFormats = [
  {
    id: "markdown",
    label: "Markdown",
    description: "GitLab, GitHub, an email",
    extension: "md",
    isArranged: true,
    write: (document, options) => notesMarkdown(...arrangedNotes(document, options), options.sections),
    writeItem: itemMarkdown,
  },
  {
    id: "html",
    label: "HTML",
    description: "a web page, a file to print",
    extension: "html",
    isArranged: true,
    write: (document, options) =>
      notesPage(...arrangedNotes(document, options), {
        coverage: coveragePicture(document),
        sections: options.sections,
      }),
    writeItem: itemPage,
  },
  {
    id: "indico",
    label: "Indico minutes",
    description: "an HTML fragment for the minutes of an Indico event",
    extension: "indico.html",
    isArranged: true,
    write: (document, options) => {
      const { sections } = options;
      return `${indicoFragment(notesBody(...arrangedNotes(document, options), { sections }))}\n`;
    },
    writeItem: itemFragment,
  },
  {
    id: "json",
    label: "JSON",
    description: "for programs",
    extension: "json",
    isArranged: true,
    write: (document, { by }) => notesJson(...arrangedNotes(document, { by })),
    writeItem: itemJson,
  },
  {
    id: "ics",
    label: "Calendar",
    description: "the timetable, as iCalendar",
    extension: "ics",
    isArranged: false,
    write: (document) => calendarOf(document).text,
  },
] as const satisfies readonly [NotesFormat, ...NotesFormat[]];

type Format = (typeof notesFormats)[number]["id"];

const [first, ...others] = notesFormats;
/** The ids of the formats. */
export const formats: readonly [Format, ...Format[]] = [first.id, ...others.map(({ id }) => id)];

interface WriteOptions {
  readonly by: ArrangeBy;
  /** the parts of the notes, in this order; by default those that have content; JSON and calendars have all */
  readonly sections?: readonly SectionName[] | undefined;
}

export interface RenderOptions extends WriteOptions {
  readonly to: Format;
  /** the only item to write; a format that has whole meetings only ignores it */
  readonly item?: NotesItem | undefined;
}

/** The same text on the same day gives the same notes; a format with a fixed order ignores `by`. */
export function renderNotes(document: MeetingDocument, { to, item, ...options }: RenderOptions): string {
  const format: NotesFormat = notesFormats.find(({ id }) => id === to) ?? first;
  if (item && format.writeItem) return format.writeItem(item, notesOf(document));
  return format.write(document, options);
}

/** The notes of a meeting in an arrangement, for a template. */
export function arrangedNotes(
  document: MeetingDocument,
  { by, sections }: WriteOptions,
): [notes: Notes, arrangement: Arrangement] {
  const notes = notesOf(document);
  return [notes, arrange(notes, by, document.vocabulary.catalogue, sections)];
}

/** An `svg` element for the end of the notes. */
function coveragePicture(document: MeetingDocument): string {
  return coverageSvg(coverageOf([document]), { title: "Themes covered", style: styles.picture });
}
