/** What the preview beside the editor shows: the notes as HTML, and where each item stands in the file. */

import { arrange } from "../core/notes/arrange/arrange";
import type { Arrangement, By } from "../core/notes/arrange/sections";
import { coveragePicture } from "../core/notes/formats";
import { notesBody } from "../core/notes/html/page";
import { styles } from "../core/notes/html/styles";
import type { Notes, Problem } from "../core/notes/read/model";
import { notesOf } from "../core/notes/read/notesOf";
import { element, escaped } from "../core/text/xml";
import type { View } from "./shared/view";

export interface Preview {
  readonly title: string;
  /** what stands in the page's body; looks are left to classes, so that the editor's theme decides */
  readonly html: string;
  readonly places: readonly Place[];
}

/** Where the item of a heading stands in the file, lines 0-based. */
interface Place {
  /** the heading's id in the page */
  readonly id: string;
  readonly line: number;
  readonly endLine: number;
}

/**
 * A meeting with errors shows what can be read, and marks what cannot.
 * @param typed the line that is being typed, 0-based: its errors are not shown yet
 */
export function preview({ document }: View, by: By, typed?: number): Preview {
  const notes = calm(notesOf(document), typed);
  const arrangement = arrange(notes, by, document.vocabulary.catalogue);
  const coverage = wide(coveragePicture(document));
  const html = notesBody(notes, arrangement, { coverage, itemTitle, dress: withClasses });
  return { title: notes.meeting.title, html, places: placesOf(arrangement) };
}

function calm(notes: Notes, typed: number | undefined): Notes {
  if (typed === undefined) return notes;
  const others = (problems: readonly Problem[]): readonly Problem[] =>
    problems.filter(({ line }) => line !== typed + 1);
  return {
    ...notes,
    problems: others(notes.problems),
    items: notes.items.map((item) => (item.isBroken ? item : { ...item, problems: others(item.problems) })),
  };
}

/** Not made smaller than one can read: where it has no room it scrolls, by keyboard too. */
function wide(picture: string): string {
  return element("div", { class: "wide", tabindex: 0, role: "group", "aria-label": "Picture" }, picture);
}

/** The title leads to the item in the file, so the item's page has a link of its own. */
function itemTitle(title: string, url: string | undefined): string {
  const button = element("button", { type: "button", class: "goTo" }, escaped(title));
  if (url === undefined) return button;
  return `${button} ${element("a", { href: url, "aria-label": `Page of “${title}”` }, "↗")}`;
}

function placesOf({ sections }: Arrangement): readonly Place[] {
  return sections.flatMap(({ entries }) =>
    entries.flatMap((entry) =>
      entry.kind === "item"
        ? [{ id: entry.id, line: entry.item.line - 1, endLine: entry.item.endLine - 1 }]
        : [],
    ),
  );
}

const names: ReadonlyMap<string, string> = new Map(
  Object.entries(styles).flatMap(([name, style]) => (typeof style === "string" ? [[style, name]] : [])),
);

/** Style attributes as classes; in texts there are none, since their quotes are escaped. */
function withClasses(html: string): string {
  return html.replaceAll(/ style="([^"]*)"/g, (_, style: string) => {
    const name = names.get(style);
    return name === undefined ? "" : ` class="${name}"`;
  });
}
