import type { NamedSubject, Notes, NotesItem, ThemeTotals } from "../read/notes";
import { fullEntries, type ItemEntry, type Section } from "./sections";

/**
 * By theme, in catalogue order. An item is listed under each of its themes: in full under the first one, by
 * title under the others. Items without a theme come last.
 */
export function byTheme({ items, themes }: Notes): readonly Section[] {
  const readable = items.filter(({ isBroken }) => !isBroken);
  const withoutKnownTheme = (tagged: NotesItem["tagged"]): readonly NotesItem[] =>
    readable.filter((item) => item.tagged === tagged && !mainTheme(item));
  return [
    ...themes.map((theme) => sectionOf(theme, readable)),
    {
      id: "other-themes",
      kind: "unknown",
      title: "Other themes",
      entries: fullEntries(withoutKnownTheme("themes")),
    },
    {
      id: "no-theme",
      kind: "none",
      title: "Outside the themes",
      entries: fullEntries(withoutKnownTheme("none")),
    },
    {
      id: "untagged",
      kind: "untagged",
      title: "No theme yet",
      entries: fullEntries(withoutKnownTheme("untagged")),
    },
    unreadableSection(items),
  ];
}

export function unreadableSection(items: readonly NotesItem[]): Section {
  const unreadable = items.filter(({ isBroken }) => isBroken);
  return { id: "broken", kind: "broken", title: "Could not be read", entries: fullEntries(unreadable) };
}

function sectionOf({ id, title, minutes }: ThemeTotals, items: readonly NotesItem[]): Section {
  const sectionItems = items.filter(({ themes }) => themes.some(({ theme }) => theme?.id === id));
  const entries = sectionItems.map((item) => entryOf(item, id));
  return { id: `theme-${id}`, kind: "theme", title, ...(minutes > 0 && { minutes }), entries };
}

function entryOf(item: NotesItem, theme: string): ItemEntry {
  const main = mainTheme(item);
  return main && main.id !== theme
    ? { kind: "item", id: `${theme}--${item.key}`, item, seeAlso: main.title }
    : { kind: "item", id: item.key, item };
}

/** The first theme that is in the catalogue. */
function mainTheme({ themes }: NotesItem): NamedSubject | undefined {
  return themes.find(({ theme }) => theme)?.theme;
}
