import type { Notes, NotesItem } from "../read/notes";

/** The Markdown that people write, of all parts of the notes. */
export function textsOfNotes({ meeting, sessions, breaks, items }: Notes): readonly string[] {
  return [meeting.context, ...[...sessions, ...breaks].map(({ notes }) => notes), ...items.map(textsOfItem)]
    .flat()
    .filter((text) => text !== undefined);
}

export function textsOfItem(item: NotesItem): readonly string[] {
  return [item, ...item.parts].flatMap(({ abstract, notes }) => [abstract ?? [], notes ?? []].flat());
}
