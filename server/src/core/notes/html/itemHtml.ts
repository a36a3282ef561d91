/** One item of the notes as HTML. */

import type { ItemLink } from "../../document/item";
import { partsWithAddresses } from "../../text/addresses";
import { minutesText } from "../../text/wording";
import { element, escapeXml } from "../../text/xml";
import { dutyParts } from "../arrange/actionText";
import { breakText } from "../arrange/agendaText";
import { listedActions, listedDecisions } from "../arrange/decisionsAndActions";
import {
  gapText,
  linkTitle,
  maxHeadingLength,
  originOf,
  overlapText,
  personsText,
  problemLines,
  responsesText,
  shareText,
  themesText,
  timeOf,
  titleOf,
  unreadableText,
  untitled,
} from "../arrange/notesText";
import type { Entry, ItemEntry } from "../arrange/sections";
import type { Action, NotesBreak, NotesItem, Part, Survey } from "../read/notes";
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

/** @param level of the heading of an item */
export function entryHtml(entry: Entry, level: number, { markdown, itemTitle }: ItemWriter): string {
  if (entry.kind === "gap") return element("p", { style: styles.facts }, escapeXml(gapText(entry)));
  if (entry.kind === "break") return breakHtml(entry.entry, level, markdown);
  const { id, item, seeAlso } = entry;
  const title = seeAlso === undefined ? titleOf(item) : originOf(item, maxHeadingLength);
  const heading = element(`h${level}`, { id, style: styles.heading }, itemTitle(title, item.url));
  if (seeAlso === undefined) return [heading, ...bodyOf(entry, level, markdown)].join("\n");
  const link = element("a", { href: `#${item.key}` }, escapeXml(`“${seeAlso}”`));
  return [heading, element("p", { style: styles.facts }, `In full under ${link}.`)].join("\n");
}

function breakHtml(pause: NotesBreak, level: number, markdown: MarkdownToHtml): string {
  const line = element("p", { style: styles.pause }, linkedHtml(breakText(pause)));
  return pause.notes === undefined ? line : `${line}\n${markdown.html(pause.notes, level).trimEnd()}`;
}

function bodyOf(entry: ItemEntry, level: number, markdown: MarkdownToHtml): readonly string[] {
  const { item } = entry;
  const overlap = overlapText(entry);
  return [
    ...factLine(itemFacts(entry)),
    ...(overlap === undefined ? [] : [element("p", { style: styles.note }, escapeXml(overlap))]),
    ...(item.isBroken
      ? [unreadableHtml({ ...item, source: item.source ?? "" })]
      : problemsHtml(problemLines(item.problems))),
    ...(item.survey ? surveyHtml(item.survey, titleOf(item)) : []),
    ...proseHtml(item, level, markdown),
    ...item.parts.flatMap((part) => partHtml(part, level + 1, markdown)),
    ...namedList("Decisions", listedDecisions(item).map(linkedHtml)),
    ...namedList("Actions", listedActions(item).map(actionHtml)),
  ];
}

/** @param level of its heading */
function partHtml(part: Part, level: number, markdown: MarkdownToHtml): readonly string[] {
  const { duration, speakers, links } = part;
  const facts = [
    ...(duration === undefined ? [] : [element("strong", {}, `${minutesText(duration)} min`)]),
    ...(speakers.length > 0 ? [escapeXml(personsText(speakers))] : []),
    ...(links.length > 0 ? [linksHtml(links)] : []),
  ];
  return [
    element(`h${Math.min(6, level)}`, { style: styles.part }, linkHtml(part.title || untitled, part.url)),
    ...factLine(facts),
    ...proseHtml(part, level, markdown),
  ];
}

/** The abstract, folded, and the notes. */
function proseHtml(
  { abstract, notes }: Part | NotesItem,
  level: number,
  markdown: MarkdownToHtml,
): readonly string[] {
  const folded = (text: string) =>
    element(
      "details",
      { style: styles.folded },
      element("summary", {}, "Abstract"),
      `\n${markdown.html(withoutOwnHeading(text), level).trimEnd()}\n`,
    );
  return [
    ...(abstract === undefined ? [] : [folded(abstract)]),
    ...(notes === undefined ? [] : [markdown.html(notes, level).trimEnd()]),
  ];
}

/** The text of an abstract without a heading `Abstract`, as the page has one. */
function withoutOwnHeading(abstract: string): string {
  const words = abstract.replace(
    /^(?:#{1,6}[ \t]+)?[*_]{0,3}abstract(?:[*_]{0,3}[ \t]*(?:#+[ \t]*)?\n(?:[-=]{2,}[ \t]*\n)?|[*_]{0,3}:[*_]{0,3}(?=\s))\s*/i,
    "",
  );
  return words.trim() === "" ? abstract : words;
}

/** `Slides · Recording` */
export function linksHtml(links: readonly ItemLink[]): string {
  return links.map((link) => linkHtml(linkTitle(link), link.url)).join(" · ");
}

/** A link, or only the text without an address. */
export function linkHtml(text: string, url: string | undefined): string {
  return url === undefined ? escapeXml(text) : element("a", { href: url }, escapeXml(text));
}

/** A plain text with links to the addresses in it. */
export function linkedHtml(text: string): string {
  return partsWithAddresses(text)
    .map((part) => linkHtml(part.text, part.isAddress ? part.text : undefined))
    .join("");
}

/** @param lines as `problemLines` returns them */
export function problemsHtml(lines: readonly string[]): readonly string[] {
  return lines.map((words) => element("p", { style: styles.note }, escapeXml(words)));
}

/** The source of a part that does not parse, with a warning. */
export function unreadableHtml(
  part: Pick<NotesItem, "problems" | "line"> & { readonly source: string },
): string {
  const words = element("p", { style: styles.warning }, escapeXml(unreadableText(part)));
  return `${words}\n${element("pre", { style: styles.pre }, escapeXml(part.source))}`;
}

/** When, where, who, from where, on what, with which slides. */
function itemFacts({ item, where = [] }: ItemEntry): readonly string[] {
  const time = timeOf(item);
  return [
    ...where.map(escapeXml),
    ...(time === undefined ? [] : [element("strong", {}, escapeXml(time))]),
    ...(item.place === undefined ? [] : [linkedHtml(item.place)]),
    ...(item.speakers.length > 0 ? [escapeXml(personsText(item.speakers))] : []),
    ...(item.community === undefined ? [] : [escapeXml(item.community)]),
    ...(item.themes.length > 0 ? [element("em", {}, escapeXml(themesText(item.themes)))] : []),
    ...(item.links.length > 0 ? [linksHtml(item.links)] : []),
  ];
}

/** @param facts HTML */
function factLine(facts: readonly string[]): readonly string[] {
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

/** `☐ A12 Ask again — A. Forti, due 2020-01-31` */
export function actionHtml(action: Action): string {
  const duty = dutyParts(action).map(({ text, isOverdue = false }) => dutyHtml(text, isOverdue));
  const id = action.id === undefined ? "" : `${element("strong", {}, escapeXml(action.id))} `;
  const words = duty.length === 0 ? "" : ` — ${duty.join(", ")}`;
  return `${boxes[action.status]} ${id}${linkedHtml(action.text)}${words}`;
}

const boxes = { open: "☐", "in-progress": "☐", done: "☑", dropped: "☒" } as const;

export function dutyHtml(text: string, isOverdue: boolean): string {
  return isOverdue ? element("span", { style: styles.overdue }, escapeXml(text)) : linkedHtml(text);
}

/** @param lines HTML */
function namedList(name: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  return [element("p", { style: styles.label }, element("strong", {}, name)), listHtml(lines)];
}

/** @param lines HTML */
export function listHtml(lines: readonly string[]): string {
  return element("ul", { style: styles.list }, "\n", ...lines.map((line) => `${element("li", {}, line)}\n`));
}
