/** Notes as one self-contained HTML page: no style sheet, no script, no external resources. */

import { minutesText } from "../../text/wording";
import { element, escapeXml } from "../../text/xml";
import { decisionsOf, openActions } from "../arrange/decisionsAndActions";
import { factsOf, sectionText, sectionTitle, titleOf, uncoveredText, untitled } from "../arrange/notesText";
import type { Arrangement, Section } from "../arrange/sections";
import type { Notes } from "../read/notes";
import { htmlTable, type TableColumn } from "./htmlTable";
import {
  dutyHtml,
  entryHtml,
  type ItemTitle,
  type ItemWriter,
  linkHtml,
  listHtml,
  problemsHtml,
  unreadableHtml,
} from "./itemHtml";
import { type MarkdownToHtml, markdownToHtml } from "./markdownToHtml";
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
<main style="${styles.page}">
${notesBody(notes, arrangement, parts)}
</main>
</body>
</html>
`;
}

/** The content of the page, with headings from `h1` down. An item's heading has its key as `id`. */
export function notesBody(notes: Notes, { sections }: Arrangement, parts: PageParts = {}): string {
  const writer: ItemWriter = { markdown: markdownToHtml(), itemTitle: parts.itemTitle ?? linkHtml };
  const mapPart = parts.mapPart ?? ((html) => html);
  return Array.from(partsOf(notes, sections, writer, parts), mapPart).join("\n");
}

/** Yields parts one by one, so that the unmapped parts of a long meeting are not all in memory. */
function* partsOf(
  notes: Notes,
  sections: readonly Section[],
  writer: ItemWriter,
  parts: PageParts,
): Iterable<string> {
  yield* headOf(notes, writer.markdown);
  for (const section of sections) yield* sectionHtml(section, notes, writer);
  yield* decisionsHtml(notes);
  yield* actionsHtml(notes);
  yield* themesHtml(notes, parts);
}

function headOf({ meeting, unread, problems }: Notes, markdown: MarkdownToHtml): readonly string[] {
  const facts = factsOf(meeting).map(
    ({ name, value }) => `${element("strong", {}, `${name}:`)} ${escapeXml(value)}`,
  );
  return [
    element("h1", {}, linkHtml(meeting.title || untitled, meeting.url)),
    ...(facts.length > 0 ? [listHtml(facts)] : []),
    ...(meeting.context === undefined ? [] : [markdown.html(meeting.context, 1).trimEnd()]),
    ...problemsHtml(problems),
    ...unread.map(unreadableHtml),
  ];
}

function* sectionHtml(section: Section, notes: Notes, writer: ItemWriter): Iterable<string> {
  yield headingOf(sectionTitle(section, notes), section.id);
  yield element("p", { style: styles.facts }, escapeXml(sectionText(section)));
  for (const entry of section.entries) yield entryHtml(entry, writer);
}

function headingOf(title: string, id: string): string {
  return element("h2", { id, style: styles.section }, escapeXml(title));
}

function decisionsHtml(notes: Notes): readonly string[] {
  const lines = decisionsOf(notes).map(
    ({ text, item }) => `${escapeXml(text)} (${linkHtml(titleOf(item), `#${item.key}`)})`,
  );
  return lines.length > 0 ? [headingOf("Decisions", "decisions"), listHtml(lines)] : [];
}

const actionColumns: readonly TableColumn[] = ["Owner", "Due", "Action", "From"].map((name) => ({ name }));

function actionsHtml(notes: Notes): readonly string[] {
  const rows = openActions(notes).map(({ owners, due = "", text, item, isOverdue }) => [
    escapeXml(owners.join(", ")),
    dutyHtml(isOverdue ? `${due}, overdue` : due, isOverdue),
    escapeXml(text),
    linkHtml(titleOf(item), `#${item.key}`),
  ]);
  return rows.length > 0 ? [headingOf("Open actions", "open-actions"), htmlTable(actionColumns, rows)] : [];
}

const themeColumns: readonly TableColumn[] = [
  { name: "Theme" },
  { name: "Items", isNumber: true },
  { name: "Minutes", isNumber: true },
];

function themesHtml(notes: Notes, { coverage }: PageParts): readonly string[] {
  const rows = notes.themes
    .filter(({ items }) => items > 0)
    .map(({ title, items, minutes }) => [
      escapeXml(title),
      String(items),
      minutes > 0 ? minutesText(minutes) : "",
    ]);
  return [
    headingOf("Themes", "themes"),
    ...(rows.length > 0 ? [htmlTable(themeColumns, rows)] : []),
    element("p", {}, escapeXml(uncoveredText(notes))),
    ...(coverage === undefined ? [] : [element("div", {}, coverage.trimEnd())]),
  ];
}
