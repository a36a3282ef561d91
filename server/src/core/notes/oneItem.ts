/** One item of the notes by itself, as `chosenItem` returns it. */
import { titleOf } from "./arrange/notesText";
import { type Arrangement, type Entry, fullEntries } from "./arrange/sections";
import { withWhere } from "./arrange/where";
import { indicoFragment } from "./html/indicoFragment";
import { entryHtml, linkHtml } from "./html/itemHtml";
import { markdownToHtml } from "./html/markdownToHtml";
import { htmlPage } from "./html/page";
import { markdownEmbedder } from "./markdown/embedded";
import { entryBlocks } from "./markdown/itemMarkdown";
import { textsOfItem } from "./markdown/pageTexts";
import { notesJson } from "./notesJson";
import type { Notes, NotesItem } from "./read/notes";

/** With a heading of the first level. */
export function itemMarkdown(item: NotesItem, notes: Notes): string {
  return `${entriesOf(item, notes)
    .flatMap((entry) => entryBlocks(entry, 1, markdownEmbedder(textsOfItem(item))))
    .join("\n\n")}\n`;
}

/** A separate page. */
export function itemPage(item: NotesItem, notes: Notes): string {
  return htmlPage(titleOf(item), itemHtml(item, notes, 1));
}

/** A fragment for the minutes of the contribution in Indico, whose page has the heading of the first level. */
export function itemFragment(item: NotesItem, notes: Notes): string {
  return `${indicoFragment(itemHtml(item, notes, 2))}\n`;
}

/** The JSON of a meeting that has this item only. */
export function itemJson(item: NotesItem, notes: Notes): string {
  return notesJson(...onlyItem(item, notes));
}

/** The notes of a meeting that has this item and the actions that it reports on only, and their arrangement. */
export function onlyItem(item: NotesItem, notes: Notes): [notes: Notes, arrangement: Arrangement] {
  const { kind } = item;
  const section = { id: kind, kind, title: "Contributions", entries: entriesOf(item, notes) };
  const numbers = new Set(item.reports.map(({ id }) => id));
  const actions = notes.actions.filter(({ id }) => id !== undefined && numbers.has(id.toLowerCase()));
  return [
    { ...notes, items: [item], agenda: [item.key], decisions: [], actions },
    { by: "agenda", sections: [section] },
  ];
}

function itemHtml(item: NotesItem, notes: Notes, level: number): string {
  const writer = { markdown: markdownToHtml(), itemTitle: linkHtml };
  return entriesOf(item, notes)
    .map((entry) => entryHtml(entry, level, writer))
    .join("\n");
}

/** The item with its day, if the meeting has several, and its session. */
function entriesOf(item: NotesItem, notes: Notes): readonly Entry[] {
  return fullEntries([item]).map((entry) => withWhere(entry, notes));
}
