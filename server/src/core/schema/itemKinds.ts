/** The parts of a contributions file: the meeting head, and the items of three lists. */

export const itemLists = ["contributions", "surveys", "discussion"] as const;

/** A key of the root that holds items. */
export type ItemList = (typeof itemLists)[number];

/** The meeting head, or the list that an item is in. */
export type UnitKind = ItemList | "meeting";

const singular = {
  contributions: "contribution",
  surveys: "survey",
  discussion: "discussion item",
  meeting: "meeting",
} as const satisfies Record<UnitKind, string>;

/** The name of a unit in messages: `contribution`. */
export function nameOf(kind: UnitKind): string {
  return singular[kind];
}

/** The key that holds the title of a unit. */
export function titleKey(kind: UnitKind): string {
  return kind === "surveys" ? "question" : kind === "discussion" ? "topic" : "title";
}

/** True for the title key of any kind of item: people write one for another. */
export function isTitleKey(name: string): boolean {
  return itemLists.some((list) => titleKey(list) === name);
}

/** The path of the unit in the schema. */
export function schemaPathOf(kind: UnitKind): readonly (string | number)[] {
  return kind === "meeting" ? [kind] : [kind, 0];
}
