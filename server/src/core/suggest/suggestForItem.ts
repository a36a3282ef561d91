import type { Unit } from "../document/parseBlock";
import { titleKey } from "../schema/itemKinds";
import { pairOf, textOf } from "../yaml/nodes";
import type { Suggester, Suggestion } from "./suggester";

/** Themes for one item, by its title and notes; none where nothing is convincing. */
export function suggestionsFor({ kind, node }: Unit, suggester: Suggester): readonly Suggestion[] {
  const title = textOf(pairOf(node, titleKey(kind))?.value) ?? "";
  return suggester.suggest(title, textOf(pairOf(node, "notes")?.value));
}
