import { titleKey } from "../itemKinds";
import { pairOf, textOf } from "../nodes";
import type { Unit } from "../parse";
import type { Suggester, Suggestion } from "./index";

/** Themes for one item, by its title and notes; none where nothing is convincing. */
export function suggestionsFor({ kind, node }: Unit, suggester: Suggester): readonly Suggestion[] {
  const title = textOf(pairOf(node, titleKey(kind))?.value) ?? "";
  return suggester.suggest(title, textOf(pairOf(node, "notes")?.value));
}
