/** What a contributions file is made of: the meeting's head, and the items of three lists. */

export const itemLists = ["contributions", "surveys", "discussion"] as const;

/** A key of the root that holds items. */
export type ItemList = (typeof itemLists)[number];

/** The meeting's head, or an item, named by the list it is in. */
export type UnitKind = ItemList | "meeting";

const singular = {
  contributions: "contribution",
  surveys: "survey",
  discussion: "discussion item",
  meeting: "meeting",
} as const satisfies Record<UnitKind, string>;

/** `contribution`, as messages call a unit. */
export function nameOf(kind: UnitKind): string {
  return singular[kind];
}

/** The key that holds the title of a unit. */
export function titleKey(kind: UnitKind): string {
  return kind === "surveys" ? "question" : kind === "discussion" ? "topic" : "title";
}

/** Where the unit is below the schema's root. */
export function schemaPathOf(kind: UnitKind): readonly (string | number)[] {
  return kind === "meeting" ? [kind] : [kind, 0];
}
