/** What the preview beside the editor shows: the notes as HTML, and where each item stands in the file. */
import { arrange } from "../core/notes/arrange";
import { notesBody } from "../core/notes/html";
import { notesOf } from "../core/notes/notesOf";
import { coveragePicture } from "../core/notes/render";
import type { Arrangement, By } from "../core/notes/sections";
import { styles } from "../core/notes/styles";
import type { View } from "./view";

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

/** A meeting with errors shows what can be read, and marks what cannot. */
export function preview(view: View, by: By): Preview {
  const { document } = view;
  const notes = notesOf(document);
  const arrangement = arrange(notes, by, document.vocabulary.catalogue);
  const html = notesBody(notes, arrangement, { coverage: coveragePicture(document) });
  return { title: notes.meeting.title, html: withClasses(html), places: placesOf(arrangement) };
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
