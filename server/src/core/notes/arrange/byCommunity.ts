import { slugOf, uniqueOf } from "../../text/slug";
import type { NotedItem, Notes } from "../read/model";
import { brokenSection } from "./byTheme";
import { inFull, type Section } from "./sections";

/** By community: the catalogue's in its order, then others by name; then what comes from none. */
export function byCommunity({ items }: Notes, known: readonly string[]): readonly Section[] {
  const read = items.filter(({ isBroken }) => !isBroken);
  const byName = new Map<string, NotedItem[]>(known.map((name) => [name, []]));
  for (const item of read) if (item.community !== undefined) addTo(byName, item.community, item);
  const own = new Set(known);
  const others = [...byName.keys()].filter((name) => !own.has(name)).sort();
  const ids = new Map<string, number>();
  return [
    ...[...known, ...others].map((name) => sectionOf(name, byName.get(name) ?? [], ids)),
    ...ofNone(read),
    brokenSection(items),
  ];
}

function addTo(byName: Map<string, NotedItem[]>, name: string, item: NotedItem): void {
  const known = byName.get(name);
  if (known) known.push(item);
  else byName.set(name, [item]);
}

function sectionOf(name: string, own: readonly NotedItem[], ids: Map<string, number>): Section {
  const minutes = own.reduce((sum, { duration = 0 }) => sum + duration, 0);
  return {
    id: uniqueOf(`community-${slugOf(name)}`, ids),
    kind: "community",
    title: name,
    ...(minutes > 0 && { minutes }),
    entries: inFull(own),
  };
}

function ofNone(items: readonly NotedItem[]): readonly Section[] {
  const of = (kind: NotedItem["kind"]): Section["entries"] =>
    inFull(items.filter((item) => item.kind === kind && item.community === undefined));
  return [
    { id: "no-community", kind: "contributions", title: "No community named", entries: of("contributions") },
    { id: "surveys", kind: "surveys", title: "Surveys", entries: of("surveys") },
    { id: "discussion", kind: "discussion", title: "Discussion", entries: of("discussion") },
  ];
}
