/** Groups the notes by theme, agenda or community. */
import type { Catalogue } from "../../catalogue/catalogue";
import type { Notes } from "../read/notes";
import { byAgenda } from "./byAgenda";
import { byCommunity } from "./byCommunity";
import { byTheme } from "./byTheme";
import type { ArrangeBy, Arrangement } from "./sections";

export function arrange(
  notes: Notes,
  by: ArrangeBy,
  { communities }: Pick<Catalogue, "communities">,
): Arrangement {
  const arrangers = { theme: byTheme, agenda: byAgenda, community: byCommunity } as const;
  const sections = arrangers[by](
    notes,
    communities.map(({ name }) => name),
  );
  return { by, sections: sections.filter(({ entries }) => entries.length > 0) };
}
