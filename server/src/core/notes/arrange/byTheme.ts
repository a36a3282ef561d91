import type { Named, NotedItem, Notes, ThemeTime } from "../read/model";
import { type ItemEntry, inFull, type Section } from "./sections";

/**
 * By theme, in the catalogue's order. An item stands under each of its themes: in full under the one
 * it names first, by its title under the others. What has no theme comes after.
 */
export function byTheme({ items, themes }: Notes): readonly Section[] {
  const read = items.filter(({ isBroken }) => !isBroken);
  const lacking = (tagged: NotedItem["tagged"]): readonly NotedItem[] =>
    read.filter((item) => item.tagged === tagged && !mainTheme(item));
  return [
    ...themes.map((theme) => sectionOf(theme, read)),
    { id: "other-themes", kind: "unknown", title: "Other themes", entries: inFull(lacking("themes")) },
    { id: "no-theme", kind: "none", title: "Outside the themes", entries: inFull(lacking("none")) },
    { id: "untagged", kind: "untagged", title: "No theme yet", entries: inFull(lacking("untagged")) },
    brokenSection(items),
  ];
}

export function brokenSection(items: readonly NotedItem[]): Section {
  const broken = items.filter(({ isBroken }) => isBroken);
  return { id: "broken", kind: "broken", title: "Could not be read", entries: inFull(broken) };
}

function sectionOf({ id, title, minutes }: ThemeTime, items: readonly NotedItem[]): Section {
  const own = items.filter(({ themes }) => themes.some(({ theme }) => theme?.id === id));
  const entries = own.map((item) => entryOf(item, id));
  return { id: `theme-${id}`, kind: "theme", title, ...(minutes > 0 && { minutes }), entries };
}

function entryOf(item: NotedItem, theme: string): ItemEntry {
  const main = mainTheme(item);
  return main && main.id !== theme
    ? { kind: "item", id: `${theme}--${item.key}`, item, seeAlso: main.title }
    : { kind: "item", id: item.key, item };
}

/** The first one that the catalogue has. */
function mainTheme({ themes }: NotedItem): Named | undefined {
  return themes.find(({ theme }) => theme)?.theme;
}
