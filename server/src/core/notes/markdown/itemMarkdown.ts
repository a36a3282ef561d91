/** The entries of the notes as Markdown. */
import type { ItemLink } from "../../document/item";
import { minutesText } from "../../text/wording";
import { dutyText } from "../arrange/actionText";
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
import type { Action, NotesItem, Part, Survey } from "../read/notes";
import { isActive } from "../read/readItem";
import type { EmbedMarkdown } from "./embedded";
import {
  escapeMarkdown,
  escapeWithAddresses,
  escapeWithinLine,
  fencedBlock,
  linkTo,
  markdownTable,
} from "./escapeMarkdown";

/** Blocks of Markdown, joined by blank lines. */
export type Blocks = readonly string[];

/** @param level of the heading of an item */
export function entryBlocks(entry: Entry, level: number, embed: EmbedMarkdown): Blocks {
  if (entry.kind === "gap") return [`*${gapText(entry)}*`];
  if (entry.kind === "break") {
    const { notes } = entry.entry;
    return [
      `*${escapeWithAddresses(breakText(entry.entry), escapeMarkdown)}*`,
      ...(notes === undefined ? [] : [embed(notes, level)]),
    ];
  }
  const { item, seeAlso } = entry;
  const title = seeAlso === undefined ? titleOf(item) : originOf(item, maxHeadingLength);
  const heading = `${"#".repeat(level)} ${linkTo(title, item.url)}`;
  if (seeAlso !== undefined) return [heading, `In full under “${escapeMarkdown(seeAlso)}”.`];
  return [heading, ...itemBlocks(entry, level, embed)];
}

/** An item without its heading. */
function itemBlocks(entry: ItemEntry, level: number, embed: EmbedMarkdown): Blocks {
  const { item } = entry;
  const overlap = overlapText(entry);
  return [
    ...factLine(itemFacts(entry)),
    ...(overlap === undefined ? [] : [`> **Note:** ${escapeMarkdown(overlap)}`]),
    ...(item.isBroken
      ? [`> **Warning:** ${escapeMarkdown(unreadableText(item))}`]
      : problemBlocks(problemLines(item.problems))),
    ...(item.source === undefined ? [] : [fencedBlock(item.source)]),
    ...(item.survey ? surveyBlocks(item.survey) : []),
    ...proseBlocks(item, level, embed),
    ...item.parts.flatMap((part) => partBlocks(part, level + 1, embed)),
    ...namedList(
      "Decisions",
      listedDecisions(item).map((text) => `- ${escapeWithAddresses(text, escapeMarkdown)}`),
    ),
    ...namedList("Actions", listedActions(item).map(taskOf)),
  ];
}

function partBlocks(part: Part, level: number, embed: EmbedMarkdown): Blocks {
  const { duration, speakers, links } = part;
  const facts = [
    ...(duration === undefined ? [] : [`**${minutesText(duration)} min**`]),
    ...(speakers.length > 0 ? [escapeMarkdown(personsText(speakers))] : []),
    ...(links.length > 0 ? [linksText(links)] : []),
  ];
  return [
    `${"#".repeat(Math.min(6, level))} ${linkTo(part.title || untitled, part.url)}`,
    ...factLine(facts),
    ...proseBlocks(part, level, embed),
  ];
}

function proseBlocks({ abstract, notes }: Part | NotesItem, level: number, embed: EmbedMarkdown): Blocks {
  return [
    ...(abstract === undefined ? [] : [quoted(embed(abstract, level))]),
    ...(notes === undefined ? [] : [embed(notes, level)]),
  ];
}

/** @param markdown with all fences closed */
function quoted(markdown: string): string {
  return markdown
    .split("\n")
    .map((line) => (line === "" ? ">" : `> ${line}`))
    .join("\n");
}

/** @param lines as `problemLines` returns them */
export function problemBlocks(lines: readonly string[]): Blocks {
  return lines.map((words) => `> **Note:** ${escapeMarkdown(words)}`);
}

/** When, where, who, from where, on what, with which slides. */
function itemFacts({ item, where = [] }: ItemEntry): readonly string[] {
  const time = timeOf(item);
  return [
    ...where.map(escapeMarkdown),
    ...(time === undefined ? [] : [`**${time}**`]),
    ...(item.place === undefined ? [] : [escapeWithAddresses(item.place, escapeMarkdown)]),
    ...(item.speakers.length > 0 ? [escapeMarkdown(personsText(item.speakers))] : []),
    ...(item.community === undefined ? [] : [escapeMarkdown(item.community)]),
    ...(item.themes.length > 0 ? [`*${escapeMarkdown(themesText(item.themes))}*`] : []),
    ...(item.links.length > 0 ? [linksText(item.links)] : []),
  ];
}

function factLine(facts: readonly string[]): Blocks {
  return facts.length > 0 ? [facts.join(" · ")] : [];
}

/** `[Slides](…) · [Recording](…)` */
export function linksText(links: readonly ItemLink[]): string {
  return links.map((link) => linkTo(linkTitle(link), link.url)).join(" · ");
}

function surveyBlocks(survey: Survey): Blocks {
  const responses = responsesText(survey);
  const rows = survey.answers.map((answer) => [
    escapeMarkdown(answer.answer),
    String(answer.count ?? ""),
    shareText(answer),
  ]);
  return [
    ...(responses === undefined ? [] : [`${responses}.`]),
    ...(rows.length > 0 ? [markdownTable(["Answer", "Count", "Share"], rows, [1, 2])] : []),
  ];
}

/** `- [ ] **A12** Ask again — A. Forti, due 2020-01-31` */
export function taskOf(action: Action): string {
  const duty = dutyText(action);
  const words = duty === "" ? "" : ` — ${escapeMarkdown(duty)}`;
  const id = action.id === undefined ? "" : `**${escapeWithinLine(action.id)}** `;
  return `- [${isActive(action.status) ? " " : "x"}] ${id}${escapeWithAddresses(action.text, escapeMarkdown)}${words}`;
}

function namedList(name: string, lines: readonly string[]): Blocks {
  return lines.length > 0 ? [`**${name}**`, lines.join("\n")] : [];
}
