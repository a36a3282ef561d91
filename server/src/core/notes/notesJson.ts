/** Notes as JSON, as `schemas/notes.schema.json` describes it. */
import { jsonText } from "../text/displayText";
import { timeOfDay } from "../time/timeOfDay";
import type { Arrangement, Entry } from "./arrange/sections";
import type { Notes, NotesItem } from "./read/notes";

export function notesJson(
  { meeting, items, unread, problems, themes }: Notes,
  { by, sections }: Arrangement,
): string {
  const value = {
    meeting,
    by,
    sections: sections.map(({ entries, ...section }) => ({ ...section, entries: entries.map(entryOf) })),
    items: items.map(itemOf),
    unread,
    problems,
    themes,
    notCovered: themes.filter((theme) => theme.items === 0).map(({ id }) => id),
  };
  return jsonText(value);
}

/** An item by its key. */
function entryOf(entry: Entry) {
  if (entry.kind === "gap") return { gap: { start: timeOfDay(entry.start), end: timeOfDay(entry.end) } };
  const { item, seeAlso, overlap } = entry;
  return {
    item: item.key,
    isInFull: seeAlso === undefined,
    ...(overlap && { overlap: { title: overlap.title, until: timeOfDay(overlap.until) } }),
  };
}

function itemOf({ key, kind, start, end, ...item }: NotesItem) {
  return {
    key,
    kind,
    ...item,
    ...(start !== undefined && { start: timeOfDay(start) }),
    ...(end !== undefined && { end: timeOfDay(end) }),
  };
}
