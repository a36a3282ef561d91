/** The parts of notes that a group can choose and order. The title and the warnings about unreadable parts are always there. */
export const sectionNames = [
  "head",
  "context",
  "agenda",
  "surveys",
  "discussion",
  "decisions",
  "actions",
  "themes",
  "coverage",
  "counts",
] as const;

/**
 * `agenda`: the contributions; by theme and by community, all items are in its place. `themes`: a table; `coverage`: the
 * themes without an item, and the picture. `counts`: the number of items below headings.
 */
export type SectionName = (typeof sectionNames)[number];
