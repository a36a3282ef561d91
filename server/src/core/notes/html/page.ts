/** Notes as one self-contained HTML page: no style sheet, no script, no external resources. */

import { element, escapeXml } from "../../text/xml";
import { type Contents, contentsOf } from "../arrange/contents";
import { untitled } from "../arrange/notesText";
import type { SectionName } from "../arrange/sectionNames";
import type { Arrangement } from "../arrange/sections";
import type { Notes } from "../read/notes";
import { sectionsHtml } from "./agendaHtml";
import { actionsHtml, decisionsHtml, themesHtml } from "./closingHtml";
import { headHtml, titleHtml } from "./headHtml";
import { type ItemTitle, type ItemWriter, linkHtml } from "./itemHtml";
import { markdownToHtml } from "./markdownToHtml";
import { styles } from "./styles";

/** Content security policy as a second line of defence: styles only. */
const contentSecurityPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

export interface PageParts {
  /** an `svg` element that shows which themes are covered */
  readonly coverage?: string;
  /** the content of an item's heading as HTML; by default a link to the item's page */
  readonly itemTitle?: ItemTitle;
  /** maps each part of the page, a heading or an item, before the parts are joined */
  readonly mapPart?: (html: string) => string;
  /** the parts of the notes, in this order; by default those that have content */
  readonly sections?: readonly SectionName[] | undefined;
}

export function notesPage(notes: Notes, arrangement: Arrangement, parts: PageParts = {}): string {
  const title = notes.meeting.title || untitled;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(title)}</title>
</head>
<body>
${element("main", { style: styles.page }, `\n${notesBody(notes, arrangement, parts)}\n`)}
</body>
</html>
`;
}

/** The content of the page, with headings from `h1` down. An item's heading has its key as `id`. */
export function notesBody(notes: Notes, arrangement: Arrangement, parts: PageParts = {}): string {
  const writer: ItemWriter = { markdown: markdownToHtml(), itemTitle: parts.itemTitle ?? linkHtml };
  const mapPart = parts.mapPart ?? ((html) => html);
  const contents = contentsOf(notes, arrangement, parts.sections);
  return Array.from(partsOf(notes, contents, writer, parts), mapPart).join("\n");
}

/** Yields parts one by one, so that the unmapped parts of a long meeting are not all in memory. */
function* partsOf(notes: Notes, contents: Contents, writer: ItemWriter, parts: PageParts): Iterable<string> {
  yield* titleHtml(notes);
  for (const name of contents.names) {
    const sections = contents.sectionsOf(name);
    if (sections.length > 0) yield* sectionsHtml(sections, notes, contents.hasCounts, writer);
    else yield* partHtml(name, notes, contents, writer, parts);
  }
}

function partHtml(
  name: SectionName,
  notes: Notes,
  { names }: Contents,
  { markdown }: ItemWriter,
  { coverage }: PageParts,
): readonly string[] {
  const { context } = notes.meeting;
  if (name === "head") return headHtml(notes);
  if (name === "context") return context === undefined ? [] : [markdown.html(context, 1).trimEnd()];
  if (name === "decisions") return decisionsHtml(notes);
  if (name === "actions") return actionsHtml(notes);
  return name === "themes" || name === "coverage" ? themesHtml(notes, name, names, coverage) : [];
}
