/** The content of the preview: the notes as HTML, and the lines of each item. */

import { arrange } from "../core/notes/arrange/arrange";
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
  /** what stands in the page's body; looks are left to classes, so that the editor's theme decides */
  readonly html: string;
  readonly places: readonly ItemLines[];
}

/** Where the item of a heading stands in the file, lines 0-based. */
interface ItemLines {
  /** the heading's id in the page */
  readonly id: string;
  readonly line: number;
  readonly endLine: number;
}

/**
 * A meeting with errors shows what can be read, and marks what cannot.
 * @param typedLine the line that is being typed, 0-based: its errors are not shown yet
 */
export function preview({ document }: View, by: ArrangeBy, typedLine?: number): Preview {
  const notes = withoutProblemsOnLine(notesOf(document), typedLine);
  const arrangement = arrange(notes, by, document.vocabulary.catalogue);
  const coverage = scrollable(coveragePicture(document));
  const html = notesBody(notes, arrangement, { coverage, itemTitle, mapPart: withClasses });
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

/** Keeps its size and scrolls, also by keyboard, if it is too wide. */
function scrollable(picture: string): string {
  return element("div", { class: "wide", tabindex: 0, role: "group", "aria-label": "Picture" }, picture);
}

/** The title leads to the item in the file, so the item's page has a link of its own. */
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

/** Style attributes as classes; in texts there are none, since their quotes are escaped. */
function withClasses(html: string): string {
  return html.replaceAll(/ style="([^"]*)"/g, (_, style: string) => {
    const name = classByStyle.get(style);
    return name === undefined ? "" : ` class="${name}"`;
  });
}
