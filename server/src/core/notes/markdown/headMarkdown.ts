/** The head of a meeting as Markdown. */
import { draftText, factsOf, type PersonsFact, personsFacts } from "../arrange/headText";
import { personsText, problemLines, unreadableText, untitled } from "../arrange/notesText";
import type { Notes } from "../read/notes";
import { escapeMarkdown, escapeWithAddresses, fencedBlock, linkTo } from "./escapeMarkdown";
import { type Blocks, linksText, problemBlocks } from "./itemMarkdown";

/** The title with the warnings that are about the whole file. */
export function titleBlocks({ meeting, unread, problems }: Notes): Blocks {
  const draft = draftText(meeting);
  return [
    `# ${linkTo(meeting.title || untitled, meeting.url)}`,
    ...(draft === undefined ? [] : [`> **${draft}**`]),
    ...problemBlocks(problemLines(problems)),
    ...unread.flatMap((part) => [
      `> **Warning:** ${escapeMarkdown(unreadableText(part))}`,
      fencedBlock(part.source),
    ]),
  ];
}

export function headBlocks({ meeting }: Notes): Blocks {
  const facts = factsOf(meeting).map(
    ({ name, value }) => `**${name}:** ${escapeWithAddresses(value, escapeMarkdown)}`,
  );
  return [
    ...(facts.length > 0 ? [facts.join(" · ")] : []),
    ...personsFacts(meeting).map(personsBlock),
    ...(meeting.links.length > 0 ? [`**Links:** ${linksText(meeting.links)}`] : []),
  ];
}

function personsBlock({ name, count, persons, isLong }: PersonsFact): string {
  return `**${name}:** ${isLong ? `${count}, listed at the end` : escapeMarkdown(personsText(persons))}`;
}

/** The lists of persons that are too long for the head. */
export function longListBlocks({ meeting }: Notes): Blocks {
  return personsFacts(meeting)
    .filter(({ isLong }) => isLong)
    .flatMap(({ name, persons }) => [`## ${name}`, escapeMarkdown(personsText(persons))]);
}
