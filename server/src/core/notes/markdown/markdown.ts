/** Notes as Markdown that GitHub and GitLab show the same way. */

import { minutesText } from "../../text/wording";
import { decisionsOf, openActions } from "../arrange/decisionsAndActions";
import {
  dutyText,
  factsOf,
  gapText,
  overlapText,
  personsText,
  problemLines,
  responsesText,
  sectionText,
  sectionTitle,
  shareText,
  themesText,
  timeOf,
  titleOf,
  uncoveredText,
  unreadableText,
  untitled,
} from "../arrange/notesText";
import type { Arrangement, Entry, Section } from "../arrange/sections";
import type { Action, Notes, NotesItem, Problem, Survey } from "../read/notes";
import { type EmbedMarkdown, markdownEmbedder } from "./embedded";
import { escapeMarkdown, fencedBlock, linkTo, markdownTable } from "./escapeMarkdown";

/** Blocks of Markdown, joined by blank lines. */
type Blocks = readonly string[];

export function notesMarkdown(notes: Notes, { sections }: Arrangement): string {
  const embed = markdownEmbedder();
  const blocks = [
    ...headOf(notes, embed),
    ...sections.flatMap((section) => sectionBlocks(section, notes, embed)),
    ...decisionBlocks(notes),
    ...actionBlocks(notes),
    ...themeBlocks(notes),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function headOf({ meeting, unread, problems }: Notes, embed: EmbedMarkdown): Blocks {
  const facts = factsOf(meeting).map(({ name, value }) => `**${name}:** ${escapeMarkdown(value)}`);
  return [
    `# ${linkTo(meeting.title || untitled, meeting.url)}`,
    ...(facts.length > 0 ? [facts.join(" · ")] : []),
    ...(meeting.context === undefined ? [] : [embed(meeting.context, 1)]),
    ...problemBlocks(problems),
    ...unread.flatMap((part) => [
      `> **Warning:** ${escapeMarkdown(unreadableText(part))}`,
      fencedBlock(part.source),
    ]),
  ];
}

function sectionBlocks(section: Section, notes: Notes, embed: EmbedMarkdown): Blocks {
  return [
    `## ${escapeMarkdown(sectionTitle(section, notes))}`,
    `*${sectionText(section)}*`,
    ...section.entries.flatMap((entry) => entryBlocks(entry, embed)),
  ];
}

function entryBlocks(entry: Entry, embed: EmbedMarkdown): Blocks {
  if (entry.kind === "gap") return [`*${gapText(entry)}*`];
  const { item, seeAlso } = entry;
  const overlap = overlapText(entry);
  const heading = `### ${linkTo(titleOf(item), item.url)}`;
  if (seeAlso !== undefined) return [heading, `In full under “${escapeMarkdown(seeAlso)}”.`];
  return [
    heading,
    ...factLine(item),
    ...(overlap === undefined ? [] : [`> **Note:** ${escapeMarkdown(overlap)}`]),
    ...(item.isBroken
      ? [`> **Warning:** ${escapeMarkdown(unreadableText(item))}`]
      : problemBlocks(item.problems)),
    ...(item.source === undefined ? [] : [fencedBlock(item.source)]),
    ...(item.survey ? surveyBlocks(item.survey) : []),
    ...(item.notes === undefined ? [] : [embed(item.notes, 3)]),
    ...namedList(
      "Decisions",
      item.decisions.map((text) => `- ${escapeMarkdown(text)}`),
    ),
    ...namedList("Actions", item.actions.map(taskOf)),
  ];
}

function problemBlocks(problems: readonly Problem[]): Blocks {
  return problemLines(problems).map((words) => `> **Note:** ${escapeMarkdown(words)}`);
}

/** When, who, from where, on what. */
function factLine(item: NotesItem): Blocks {
  const time = timeOf(item);
  const facts = [
    ...(time === undefined ? [] : [`**${time}**`]),
    ...(item.speakers.length > 0 ? [escapeMarkdown(personsText(item.speakers))] : []),
    ...(item.community === undefined ? [] : [escapeMarkdown(item.community)]),
    ...(item.themes.length > 0 ? [`*${escapeMarkdown(themesText(item.themes))}*`] : []),
  ];
  return facts.length > 0 ? [facts.join(" · ")] : [];
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

function taskOf(action: Action): string {
  const duty = dutyText(action);
  const words = duty === "" ? "" : ` — ${escapeMarkdown(duty)}`;
  return `- [${action.status === "done" ? "x" : " "}] ${escapeMarkdown(action.text)}${words}`;
}

function namedList(name: string, lines: readonly string[]): Blocks {
  return lines.length > 0 ? [`**${name}**`, lines.join("\n")] : [];
}

function decisionBlocks(notes: Notes): Blocks {
  const lines = decisionsOf(notes).map(
    ({ text, item }) => `- ${escapeMarkdown(text)} (${escapeMarkdown(titleOf(item))})`,
  );
  return lines.length > 0 ? ["## Decisions", lines.join("\n")] : [];
}

function actionBlocks(notes: Notes): Blocks {
  const rows = openActions(notes).map(({ owners, due = "", text, item, isOverdue }) =>
    [owners.join(", "), isOverdue ? `${due}, overdue` : due, text, titleOf(item)].map(escapeMarkdown),
  );
  return rows.length > 0
    ? ["## Open actions", markdownTable(["Owner", "Due", "Action", "From"], rows, [])]
    : [];
}

function themeBlocks(notes: Notes): Blocks {
  const covered = notes.themes.filter(({ items }) => items > 0);
  const rows = covered.map(({ title, items, minutes }) => [
    escapeMarkdown(title),
    String(items),
    minutes > 0 ? minutesText(minutes) : "",
  ]);
  return [
    "## Themes",
    ...(rows.length > 0 ? [markdownTable(["Theme", "Items", "Minutes"], rows, [1, 2])] : []),
    escapeMarkdown(uncoveredText(notes)),
  ];
}
