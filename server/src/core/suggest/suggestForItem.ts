import { Item } from "../document/item";
import type { Unit } from "../document/parseBlock";
import type { Suggester, Suggestion } from "./suggester";

/** Suggested themes for one item, by its title and notes; empty if none is confident enough. */
export function suggestForItem(unit: Unit, suggester: Suggester): readonly Suggestion[] {
  const item = new Item(unit);
  return suggester.suggest(item.title, item.prose("notes"));
}
