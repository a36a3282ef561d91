/** What ends the notes, as Markdown: decisions, open actions, themes. */
import { minutesText } from "../../text/wording";
import { actionTable } from "../arrange/actionText";
import { closedActions, decisionsOf } from "../arrange/decisionsAndActions";
import { originOf, uncoveredText } from "../arrange/notesText";
import type { SectionName } from "../arrange/sectionNames";
import type { Notes } from "../read/notes";
import { escapeMarkdown, escapeWithAddresses, markdownTable } from "./escapeMarkdown";
import { type Blocks, taskOf } from "./itemMarkdown";

export function decisionBlocks(notes: Notes): Blocks {
  const lines = decisionsOf(notes).map(
    ({ text, item }) =>
      `- ${escapeWithAddresses(text, escapeMarkdown)}${item ? ` (${escapeMarkdown(originOf(item))})` : ""}`,
  );
  return lines.length > 0 ? ["## Decisions", lines.join("\n")] : [];
}

export function actionBlocks(notes: Notes): Blocks {
  const table = actionTable(notes);
  const rows = table?.rows.map((cells) => cells.map(({ text }) => escapeWithAddresses(text))) ?? [];
  const closed = closedActions(notes).map(taskOf);
  return [
    ...(table ? ["## Open actions", markdownTable(table.columns, rows, [])] : []),
    ...(closed.length > 0 ? ["## Closed actions", closed.join("\n")] : []),
  ];
}

/** Both parts about themes are below one heading, at the place of the first. */
export function themeBlocks(
  notes: Notes,
  name: "themes" | "coverage",
  names: readonly SectionName[],
): Blocks {
  const other = name === "themes" ? "coverage" : "themes";
  const isFirst = !names.includes(other) || names.indexOf(name) < names.indexOf(other);
  const content = name === "coverage" ? [escapeMarkdown(uncoveredText(notes))] : themeTable(notes);
  return content.length > 0 && isFirst ? ["## Themes", ...content] : content;
}

function themeTable(notes: Notes): Blocks {
  const covered = notes.themes.filter(({ items }) => items > 0);
  const rows = covered.map(({ title, items, minutes }) => [
    escapeMarkdown(title),
    String(items),
    minutes > 0 ? minutesText(minutes) : "",
  ]);
  return rows.length > 0 ? [markdownTable(["Theme", "Items", "Minutes"], rows, [1, 2])] : [];
}
