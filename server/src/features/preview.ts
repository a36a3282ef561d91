/** The content of the preview: the notes as HTML, and the lines of each item. */

import { heatMapTable } from "../core/coverage/heatMapTable";
import { arrange } from "../core/notes/arrange/arrange";
import type { SectionName } from "../core/notes/arrange/sectionNames";
import type { ArrangeBy, Arrangement } from "../core/notes/arrange/sections";
import { notesBody } from "../core/notes/html/page";
import { styles } from "../core/notes/html/styles";
import { lineLookupOf } from "../core/notes/read/lineLookup";
import type { Notes, Problem } from "../core/notes/read/notes";
import { notesOf } from "../core/notes/read/notesOf";
import { shiftRange } from "../core/text/range";
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
  /** width of the page's text in characters, for what depends on it */
  readonly width?: number | undefined;
}

/** The id of the meeting's heading in the page. */
const headId = "meeting-head";

/** The notes of a file; parts with errors are marked. */
export function preview(
  { document }: View,
  by: ArrangeBy,
  { typedLine, width, sections }: PreviewOptions = {},
): Preview {
  const notes = withoutProblemsOnLine(notesOf(document), typedLine);
  const arrangement = arrange(notes, by, document.vocabulary.catalogue, sections);
  const coverage = scrollable(heatMapTable(document, width));
  const html = notesBody(notes, arrangement, { coverage, itemTitle, mapPart, sections });
  return {
    title: notes.meeting.title,
    html,
    places: [...headLinesOf(document), ...itemLinesOf(arrangement)],
  };
}

function mapPart(html: string): string {
  return withClasses(html.replace(/^<h1>/, `<h1 id="${headId}">`));
}

/** The lines of the meeting's head. */
function headLinesOf(document: View["document"]): readonly ItemLines[] {
  const head = document.head();
  if (!head) return [];
  const { line, endLine } = lineLookupOf(document).lineRangeOf(shiftRange(head.summary.range, head.start));
  return [{ id: headId, line: line - 1, endLine: endLine - 1 }];
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

/** The heat map, scrollable if it is too wide, also by keyboard. */
function scrollable(table: string): string {
  if (table === "") return "";
  return element("div", { class: "wide", tabindex: 0, role: "group", "aria-label": "Heat map" }, table);
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
