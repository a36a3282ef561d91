/** One item of the notes as HTML. */
import { element, escapeXml } from "../../text/xml";
import {
  dutyText,
  gapText,
  overlapText,
  personsText,
  problemLines,
  responsesText,
  shareText,
  themesText,
  timeOf,
  titleOf,
  unreadableText,
} from "../arrange/notesText";
import type { Entry, ItemEntry } from "../arrange/sections";
import type { Action, NotesItem, Problem, Survey } from "../read/notes";
import { htmlTable, type TableColumn } from "./htmlTable";
import type { MarkdownToHtml } from "./markdownToHtml";
import { styles } from "./styles";
import { surveyChart } from "./surveyChart";

/** @param url of the item's page, if it has one */
export type ItemTitle = (title: string, url: string | undefined) => string;

export interface ItemWriter {
  readonly markdown: MarkdownToHtml;
  readonly itemTitle: ItemTitle;
}

export function entryHtml(entry: Entry, { markdown, itemTitle }: ItemWriter): string {
  if (entry.kind === "gap") return element("p", { style: styles.facts }, escapeXml(gapText(entry)));
  const { id, item, seeAlso } = entry;
  const heading = element("h3", { id, style: styles.heading }, itemTitle(titleOf(item), item.url));
  if (seeAlso === undefined) return [heading, ...bodyOf(entry, markdown)].join("\n");
  const link = element("a", { href: `#${item.key}` }, escapeXml(`“${seeAlso}”`));
  return [heading, element("p", { style: styles.facts }, `In full under ${link}.`)].join("\n");
}

function bodyOf(entry: ItemEntry, markdown: MarkdownToHtml): readonly string[] {
  const { item } = entry;
  const overlap = overlapText(entry);
  return [
    ...factLine(item),
    ...(overlap === undefined ? [] : [element("p", { style: styles.note }, escapeXml(overlap))]),
    ...(item.isBroken
      ? [unreadableHtml({ ...item, source: item.source ?? "" })]
      : problemsHtml(item.problems)),
    ...(item.survey ? surveyHtml(item.survey, titleOf(item)) : []),
    ...(item.notes === undefined ? [] : [markdown.html(item.notes, 3).trimEnd()]),
    ...namedList("Decisions", item.decisions.map(escapeXml)),
    ...namedList("Actions", item.actions.map(actionHtml)),
  ];
}

/** A link, or only the text without an address. */
export function linkHtml(text: string, url: string | undefined): string {
  return url === undefined ? escapeXml(text) : element("a", { href: url }, escapeXml(text));
}

/** Errors of an item that could be parsed nevertheless. */
export function problemsHtml(problems: readonly Problem[]): readonly string[] {
  return problemLines(problems).map((words) => element("p", { style: styles.note }, escapeXml(words)));
}

/** The source of a part that does not parse, with a warning. */
export function unreadableHtml(
  part: Pick<NotesItem, "problems" | "line"> & { readonly source: string },
): string {
  const words = element("p", { style: styles.warning }, escapeXml(unreadableText(part)));
  return `${words}\n${element("pre", { style: styles.pre }, escapeXml(part.source))}`;
}

function factLine(item: NotesItem): readonly string[] {
  const time = timeOf(item);
  const facts = [
    ...(time === undefined ? [] : [element("strong", {}, escapeXml(time))]),
    ...(item.speakers.length > 0 ? [escapeXml(personsText(item.speakers))] : []),
    ...(item.community === undefined ? [] : [escapeXml(item.community)]),
    ...(item.themes.length > 0 ? [element("em", {}, escapeXml(themesText(item.themes)))] : []),
  ];
  return facts.length > 0 ? [element("p", { style: styles.facts }, facts.join(" · "))] : [];
}

const columns: readonly TableColumn[] = [
  { name: "Answer" },
  { name: "Count", isNumber: true },
  { name: "Share", isNumber: true },
];

function surveyHtml(survey: Survey, title: string): readonly string[] {
  const responses = responsesText(survey);
  const chart = surveyChart(survey, { title: `Answers to “${title}”`, style: styles.picture });
  const rows = survey.answers.map((answer) =>
    [answer.answer, String(answer.count ?? ""), shareText(answer)].map(escapeXml),
  );
  return [
    ...(responses === undefined ? [] : [element("p", {}, escapeXml(`${responses}.`))]),
    ...(chart === undefined ? [] : [element("div", {}, chart)]),
    ...(rows.length > 0 ? [htmlTable(columns, rows)] : []),
  ];
}

function actionHtml(action: Action): string {
  const box = action.status === "done" ? "☑ " : "☐ ";
  const duty = dutyText(action);
  const words = duty === "" ? "" : ` — ${dutyHtml(duty, action.isOverdue)}`;
  return `${box}${escapeXml(action.text)}${words}`;
}

export function dutyHtml(text: string, isOverdue: boolean): string {
  return isOverdue ? element("span", { style: styles.overdue }, escapeXml(text)) : escapeXml(text);
}

/** @param lines HTML */
function namedList(name: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  return [element("p", {}, element("strong", {}, name)), listHtml(lines)];
}

/** @param lines HTML */
export function listHtml(lines: readonly string[]): string {
  return element("ul", {}, "\n", ...lines.map((line) => `${element("li", {}, line)}\n`));
}
