/** What ends the notes, as HTML: decisions, open actions, themes. */
import { minutesText } from "../../text/wording";
import { element, escapeXml } from "../../text/xml";
import { type ActionCell, actionTable } from "../arrange/actionText";
import { closedActions, decisionsOf } from "../arrange/decisionsAndActions";
import { originOf, uncoveredText } from "../arrange/notesText";
import type { SectionName } from "../arrange/sectionNames";
import type { Notes } from "../read/notes";
import { htmlTable, type TableColumn } from "./htmlTable";
import { actionHtml, dutyHtml, linkedHtml, linkHtml, listHtml } from "./itemHtml";
import { styles } from "./styles";

function headingOf(title: string, id: string): string {
  return element("h2", { id, style: styles.section }, escapeXml(title));
}

export function decisionsHtml(notes: Notes): readonly string[] {
  const lines = decisionsOf(notes).map(({ text, item }) =>
    item ? `${linkedHtml(text)} (${linkHtml(originOf(item), `#${item.key}`)})` : linkedHtml(text),
  );
  return lines.length > 0 ? [headingOf("Decisions", "decisions"), listHtml(lines)] : [];
}

export function actionsHtml(notes: Notes): readonly string[] {
  const table = actionTable(notes);
  const closed = closedActions(notes).map(actionHtml);
  return [
    ...(table
      ? [
          headingOf("Open actions", "open-actions"),
          htmlTable(
            table.columns.map((name) => ({ name, isUnbroken: unbrokenColumns.includes(name) })),
            table.rows.map((cells) => cells.map(cellHtml)),
          ),
        ]
      : []),
    ...(closed.length > 0 ? [headingOf("Closed actions", "closed-actions"), listHtml(closed)] : []),
  ];
}

const unbrokenColumns: readonly string[] = ["No.", "Due", "Since"];

function cellHtml({ text, item, isOverdue = false }: ActionCell): string {
  return item ? linkHtml(text, `#${item.key}`) : dutyHtml(text, isOverdue);
}

const themeColumns: readonly TableColumn[] = [
  { name: "Theme" },
  { name: "Items", isNumber: true },
  { name: "Minutes", isNumber: true },
];

/** Both parts about themes are below one heading, at the place of the first. @param coverage an `svg` element */
export function themesHtml(
  notes: Notes,
  name: "themes" | "coverage",
  names: readonly SectionName[],
  coverage: string | undefined,
): readonly string[] {
  const other = name === "themes" ? "coverage" : "themes";
  const isFirst = !names.includes(other) || names.indexOf(name) < names.indexOf(other);
  const content = name === "themes" ? themeTable(notes) : coverageHtml(notes, coverage);
  return content.length > 0 && isFirst ? [headingOf("Themes", "themes"), ...content] : content;
}

function themeTable(notes: Notes): readonly string[] {
  const rows = notes.themes
    .filter(({ items }) => items > 0)
    .map(({ title, items, minutes }) => [
      escapeXml(title),
      String(items),
      minutes > 0 ? minutesText(minutes) : "",
    ]);
  return rows.length > 0 ? [htmlTable(themeColumns, rows)] : [];
}

function coverageHtml(notes: Notes, coverage: string | undefined): readonly string[] {
  return [
    element("p", {}, escapeXml(uncoveredText(notes))),
    ...(coverage === undefined ? [] : [element("div", {}, coverage.trimEnd())]),
  ];
}
