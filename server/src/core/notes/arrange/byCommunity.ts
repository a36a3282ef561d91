import { compareTexts } from "../../text/collation";
import { slugOf, uniqueId } from "../../text/slug";
import type { Notes, NotesItem } from "../read/notes";
import { unreadableSection } from "./byTheme";
import { fullEntries, type Section } from "./sections";

/** By community: the catalogue's in its order, then others by name, then items without a community. */
export function byCommunity({ items }: Notes, catalogueNames: readonly string[]): readonly Section[] {
  const readable = items.filter(({ isBroken }) => !isBroken);
  const byName = new Map<string, NotesItem[]>(catalogueNames.map((name) => [name, []]));
  for (const item of readable) if (item.community !== undefined) addTo(byName, item.community, item);
  const knownNames = new Set(catalogueNames);
  const otherNames = [...byName.keys()].filter((name) => !knownNames.has(name)).sort(compareTexts);
  const ids = new Map<string, number>();
  return [
    ...[...catalogueNames, ...otherNames].map((name) => sectionOf(name, byName.get(name) ?? [], ids)),
    ...withoutCommunity(readable),
    unreadableSection(items),
  ];
}

function addTo(byName: Map<string, NotesItem[]>, name: string, item: NotesItem): void {
  const ofName = byName.get(name);
  if (ofName) ofName.push(item);
  else byName.set(name, [item]);
}

function sectionOf(name: string, sectionItems: readonly NotesItem[], ids: Map<string, number>): Section {
  const minutes = sectionItems.reduce((sum, { duration = 0 }) => sum + duration, 0);
  return {
    id: uniqueId(`community-${slugOf(name)}`, ids),
    kind: "community",
    title: name,
    ...(minutes > 0 && { minutes }),
    entries: fullEntries(sectionItems),
  };
}

function withoutCommunity(items: readonly NotesItem[]): readonly Section[] {
  const entriesOfKind = (kind: NotesItem["kind"]): Section["entries"] =>
    fullEntries(items.filter((item) => item.kind === kind && item.community === undefined));
  return [
    {
      id: "no-community",
      kind: "contributions",
      title: "No community named",
      entries: entriesOfKind("contributions"),
    },
    { id: "surveys", kind: "surveys", title: "Surveys", entries: entriesOfKind("surveys") },
    { id: "discussion", kind: "discussion", title: "Discussion", entries: entriesOfKind("discussion") },
  ];
}
