/** The notes in the order somebody wants to read them. */
import type { Catalogue } from "../../catalogue/catalogue";
import type { Notes } from "../read/model";
import { byAgenda } from "./byAgenda";
import { byCommunity } from "./byCommunity";
import { byTheme } from "./byTheme";
import type { Arrangement, By } from "./sections";

export function arrange(notes: Notes, by: By, { communities }: Pick<Catalogue, "communities">): Arrangement {
  const ways = { theme: byTheme, agenda: byAgenda, community: byCommunity } as const;
  const sections = ways[by](
    notes,
    communities.map(({ name }) => name),
  );
  return { by, sections: sections.filter(({ entries }) => entries.length > 0) };
}
