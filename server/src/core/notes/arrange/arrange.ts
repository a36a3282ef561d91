/** Groups the notes by theme, agenda or community. */
import type { Catalogue } from "../../catalogue/catalogue";
import type { Notes } from "../read/notes";
import { byAgenda } from "./byAgenda";
import { byCommunity } from "./byCommunity";
import { byTheme } from "./byTheme";
import type { SectionName } from "./sectionNames";
import type { ArrangeBy, Arrangement, Section } from "./sections";
import { withWhere } from "./where";

/**
 * A meeting without a single theme or community is grouped by agenda.
 * @param chosen the parts of the notes that the arrangement is for; by default all
 */
export function arrange(
  notes: Notes,
  by: ArrangeBy,
  { communities }: Pick<Catalogue, "communities">,
  chosen?: readonly SectionName[],
): Arrangement {
  const shown = chosen ? onlyChosen(notes, chosen) : notes;
  const arrangers = { theme: byTheme, agenda: byAgenda, community: byCommunity } as const;
  const used = hasGroups(notes, by) ? by : "agenda";
  const sections = arrangers[used](
    shown,
    communities.map(({ name }) => name),
  ).filter(({ entries, session }) => entries.length > 0 || session);
  return { by, sections: used === "agenda" ? sections : sections.map((section) => inPlace(section, notes)) };
}

/** False if one group would have all items: nothing has a theme, on purpose, or nothing names a community. */
function hasGroups({ items }: Notes, by: ArrangeBy): boolean {
  if (by === "theme") return items.some(({ tagged, isBroken }) => tagged !== "none" || isBroken);
  return by === "agenda" || items.some(({ community, isBroken }) => community !== undefined || isBroken);
}

function onlyChosen(notes: Notes, chosen: readonly SectionName[]): Notes {
  const hasAgenda = chosen.includes("agenda");
  return {
    ...notes,
    items: notes.items.filter(({ kind }) => chosen.includes(kind === "contributions" ? "agenda" : kind)),
    sessions: hasAgenda ? notes.sessions : [],
    agenda: hasAgenda ? notes.agenda : [],
  };
}

function inPlace(section: Section, notes: Notes): Section {
  return { ...section, entries: section.entries.map((entry) => withWhere(entry, notes)) };
}
