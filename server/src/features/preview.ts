/** The content of the preview: the notes as HTML, and the lines of each item. */

import { arrange } from "../core/notes/arrange/arrange";
import type { SectionName } from "../core/notes/arrange/sectionNames";
import type { ArrangeBy, Arrangement } from "../core/notes/arrange/sections";
import { coveragePicture } from "../core/notes/formats";
import { notesBody } from "../core/notes/html/page";
import { styles } from "../core/notes/html/styles";
import type { Notes, Problem } from "../core/notes/read/notes";
import { notesOf } from "../core/notes/read/notesOf";
import { element, escapeXml } from "../core/text/xml";
import type { View } from "./shared/view";

export interface Preview {
  readonly title: string;
  /** the content of the page's body, with classes instead of styles, so that the editor's theme applies */
  readonly html: string;
  readonly places: readonly ItemLines[];
}

/** The lines of a heading's item in the file, 0-based. */
interface ItemLines {
  /** the heading's id in the page */
  readonly id: string;
  readonly line: number;
  readonly endLine: number;
}

export interface PreviewOptions {
  /** the line that is being typed, 0-based: its errors are deferred */
  readonly typedLine?: number | undefined;
  /** the parts of the notes, in this order; by default those that have content */
  readonly sections?: readonly SectionName[] | undefined;
}

/** The notes of a file; parts with errors are marked. */
export function preview(
  { document }: View,
  by: ArrangeBy,
  { typedLine, sections }: PreviewOptions = {},
): Preview {
  const notes = withoutProblemsOnLine(notesOf(document), typedLine);
  const arrangement = arrange(notes, by, document.vocabulary.catalogue, sections);
  const coverage = scrollable(coveragePicture(document));
  const html = notesBody(notes, arrangement, { coverage, itemTitle, mapPart: withClasses, sections });
  return { title: notes.meeting.title, html, places: itemLinesOf(arrangement) };
}

function withoutProblemsOnLine(notes: Notes, typedLine: number | undefined): Notes {
  if (typedLine === undefined) return notes;
  const notOnTypedLine = (problems: readonly Problem[]): readonly Problem[] =>
    problems.filter(({ line }) => line !== typedLine + 1);
  return {
    ...notes,
    problems: notOnTypedLine(notes.problems),
    items: notes.items.map((item) =>
      item.isBroken ? item : { ...item, problems: notOnTypedLine(item.problems) },
    ),
  };
}

/** The picture at its size, scrollable if it is too wide, also by keyboard. */
function scrollable(picture: string): string {
  return element("div", { class: "wide", tabindex: 0, role: "group", "aria-label": "Picture" }, picture);
}

/** A button that shows the item in the file, and a separate link to the item's page. */
function itemTitle(title: string, url: string | undefined): string {
  const button = element("button", { type: "button", class: "goTo" }, escapeXml(title));
  if (url === undefined) return button;
  return `${button} ${element("a", { href: url, "aria-label": `Page of “${title}”` }, "↗")}`;
}

function itemLinesOf({ sections }: Arrangement): readonly ItemLines[] {
  return sections.flatMap(({ entries }) =>
    entries.flatMap((entry) =>
      entry.kind === "item"
        ? [{ id: entry.id, line: entry.item.line - 1, endLine: entry.item.endLine - 1 }]
        : [],
    ),
  );
}

const classByStyle: ReadonlyMap<string, string> = new Map(
  Object.entries(styles).flatMap(([name, style]) => (typeof style === "string" ? [[style, name]] : [])),
);

/** Replaces style attributes by classes. Texts never match, as their quotes are escaped. */
function withClasses(html: string): string {
  return html.replaceAll(/ style="([^"]*)"/g, (_, style: string) => {
    const name = classByStyle.get(style);
    return name === undefined ? "" : ` class="${name}"`;
  });
}
