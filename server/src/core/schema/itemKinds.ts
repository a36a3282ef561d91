/** The parts of a contributions file: the meeting head, and the entries of five lists. */

/** The lists of items: entries that may have themes. */
export const itemLists = ["contributions", "surveys", "discussion"] as const;

/** A key of the root that holds items. */
export type ItemList = (typeof itemLists)[number];

/** The keys of the root that hold a list of mappings, in writing order. */
export const unitLists = ["sessions", "contributions", "actions", "surveys", "discussion"] as const;

/** A key of the root that holds a list of mappings. */
export type UnitList = (typeof unitLists)[number];

/** The meeting head, the list that an entry is in, or `breaks` for an entry of `contributions` that is a break. */
export type UnitKind = UnitList | "breaks" | "meeting";

const singular = {
  sessions: "session",
  contributions: "contribution",
  breaks: "break",
  actions: "action",
  surveys: "survey",
  discussion: "discussion item",
  meeting: "meeting",
} as const satisfies Record<UnitKind, string>;

const titleKeys = {
  sessions: "title",
  contributions: "title",
  breaks: "break",
  actions: "text",
  surveys: "question",
  discussion: "topic",
  meeting: "title",
} as const satisfies Record<UnitKind, string>;

/** The name of a unit in messages: `contribution`. */
export function nameOf(kind: UnitKind): string {
  return singular[kind];
}

/** `a contribution`, `an action`, `the meeting` */
export function withArticle(kind: UnitKind): string {
  if (kind === "meeting") return "the meeting";
  return `${kind === "actions" ? "an" : "a"} ${singular[kind]}`;
}

/** The key that holds the title of a unit. */
export function titleKey(kind: UnitKind): string {
  return titleKeys[kind];
}

/** True for the title key of any kind of item, and of a break: people write one for another. */
export function isTitleKey(name: string): boolean {
  return name === titleKeys.breaks || itemLists.some((list) => titleKey(list) === name);
}

/** True for a unit that may have themes: a contribution, a survey or a discussion item. */
export function isItemKind(kind: UnitKind): kind is ItemList {
  return itemLists.some((list) => list === kind);
}

/** The path of the unit in the schema. */
export function schemaPathOf(kind: UnitKind): readonly (string | number)[] {
  return kind === "meeting" ? [kind] : [kind, 0];
}
