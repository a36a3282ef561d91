/** Notes as Markdown that GitHub and GitLab show the same way. */
import { headingsOf, itemLevel, slotFacts } from "../arrange/agendaText";
import { type Contents, contentsOf } from "../arrange/contents";
import { sectionText } from "../arrange/notesText";
import type { SectionName } from "../arrange/sectionNames";
import type { Arrangement, Section } from "../arrange/sections";
import type { Notes } from "../read/notes";
import { actionBlocks, decisionBlocks, themeBlocks } from "./closingMarkdown";
import { type EmbedMarkdown, markdownEmbedder } from "./embedded";
import { escapeMarkdown, escapeWithAddresses, linkTo } from "./escapeMarkdown";
import { headBlocks, longListBlocks, titleBlocks } from "./headMarkdown";
import { type Blocks, entryBlocks } from "./itemMarkdown";
import { textsOfNotes } from "./pageTexts";

/** @param chosen the parts of the notes, in this order; by default those that have content */
export function notesMarkdown(
  notes: Notes,
  arrangement: Arrangement,
  chosen?: readonly SectionName[],
): string {
  const embed = markdownEmbedder(textsOfNotes(notes));
  const contents = contentsOf(notes, arrangement, chosen);
  const blocks = [
    ...titleBlocks(notes),
    ...contents.names.flatMap((name) => blocksOf(name, notes, contents, embed)),
    ...(contents.names.includes("head") ? longListBlocks(notes) : []),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function blocksOf(name: SectionName, notes: Notes, contents: Contents, embed: EmbedMarkdown): Blocks {
  const { context } = notes.meeting;
  const sections = contents.sectionsOf(name);
  if (sections.length > 0)
    return sections.flatMap((section, index) => [
      ...headingBlocks(section, sections[index - 1], notes),
      ...(contents.hasCounts ? [`*${sectionText(section)}*`] : []),
      ...sectionBlocks(section, embed),
    ]);
  if (name === "head") return headBlocks(notes);
  if (name === "context") return context === undefined ? [] : [embed(context, 1)];
  if (name === "decisions") return decisionBlocks(notes);
  if (name === "actions") return actionBlocks(notes);
  return name === "themes" || name === "coverage" ? themeBlocks(notes, name, contents.names) : [];
}

function headingBlocks(section: Section, previous: Section | undefined, notes: Notes): Blocks {
  return headingsOf(section, previous, notes).map(
    ({ level, title, url }) => `${"#".repeat(level)} ${linkTo(title, url)}`,
  );
}

function sectionBlocks(section: Section, embed: EmbedMarkdown): Blocks {
  const { session } = section;
  const facts = session ? slotFacts(session).map((fact) => escapeWithAddresses(fact, escapeMarkdown)) : [];
  const level = itemLevel(section);
  return [
    ...(facts.length > 0 ? [facts.join(" · ")] : []),
    ...(session?.notes === undefined ? [] : [embed(session.notes, level - 1)]),
    ...section.entries.flatMap((entry) => entryBlocks(entry, level, embed)),
  ];
}
