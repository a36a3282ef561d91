import { Item } from "../document/item";
import type { Unit } from "../document/parseBlock";
import type { Suggester, Suggestion } from "./suggester";

/** Themes for one item, by its title and notes; none where nothing is convincing. */
export function suggestionsFor(unit: Unit, suggester: Suggester): readonly Suggestion[] {
  const item = new Item(unit);
  return suggester.suggest(item.title, item.prose("notes"));
}
