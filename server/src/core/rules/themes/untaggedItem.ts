import { isMap, isScalar, isSeq } from "yaml";
import { Item } from "../../document/item";
import type { Unit } from "../../document/parseBlock";
import type { Finding, Fix } from "../../findings/finding";
import { nameOf, schemaPathOf, titleKey } from "../../schema/itemKinds";
import { keysAt } from "../../schema/schema";
import { isRoutineTitle } from "../../suggest/routineTitle";
import {
  aboveDisplayThreshold,
  combinedSuggestion,
  isConfident,
  refOf,
  type Suggestion,
} from "../../suggest/suggester";
import { suggestForItem } from "../../suggest/suggestForItem";
import { messageText } from "../../text/displayText";
import type { Edit } from "../../text/range";
import { addKey, setEmptyValue } from "../../yaml/edits";
import {
  isBlank,
  isEmpty,
  type KeyedValue,
  type Node,
  pairOf,
  pairsOf,
  rangeOf,
  type YAMLMap,
} from "../../yaml/nodes";
import { isCorrectionOfSomeKey } from "../keys/keyCorrections";
import type { RuleContext, UnitRule } from "../shared/rule";
import { clipToLine } from "../shared/schemaLocation";
import { lostTheme } from "./lostTheme";

/** `untagged-item`: an item with neither themes nor `themes: none`. */
export const untaggedItem: UnitRule = { codes: ["untagged-item"], check };

function check(unit: Unit, context: RuleContext): readonly Finding[] {
  const { node } = unit;
  if (!isMap(node) || !new Item(unit).isUntagged) return [];
  const title = pairOf(node, titleKey(unit.kind));
  // `- title:` is still being typed; its missing value is reported already
  // and without a title there is nothing to suggest themes from
  if (!title || isBlank(title.value)) return [];
  if (isCorrectionOfSomeKey("themes", node, schemaPathOf(unit.kind), context.vocabulary)) return [];
  if (lostTheme(unit, context).length > 0) return [];
  const reported = reportedNode(node, title);
  if (!reported) return [];
  return [
    {
      code: "untagged-item",
      isIncomplete: true,
      range: clipToLine(context.text, rangeOf(reported)),
      message: `This ${nameOf(unit.kind)} has no theme.`,
      fixes: () => tagFixes(unit, node, context),
    },
  ];
}

/** The node to report: the key `themes`, otherwise the title, otherwise the first key. */
function reportedNode(item: YAMLMap, title: KeyedValue | undefined): Node | undefined {
  const value = title?.value && !isEmpty(title.value) ? title.value : undefined;
  return pairOf(item, "themes")?.key ?? value ?? title?.key ?? pairsOf(item)[0]?.key;
}

function tagFixes(unit: Unit, item: YAMLMap, context: RuleContext): readonly Fix[] {
  const suggestions = suggestForItem(unit, context.suggester);
  const combined = combinedSuggestion(suggestions);
  const choices = [
    ...(combined.length > 1 ? [combined] : []),
    ...aboveDisplayThreshold(suggestions).map((suggestion) => [suggestion]),
  ];
  const tags = choices.map((choice, rank): Fix => {
    const themes = choice.map(refOf);
    const matchedTerms = matchedTermsOf(choice);
    return {
      title: `Tag with ${themes.join(" and ")} (${matchedTerms})`,
      edits: tagEdits(unit, item, `[${themes.join(", ")}]`, context.text),
      preferred: rank === 0,
      ...(rank === 0 && isConfident(suggestions) && { tag: { themes, matchedTerms } }),
    };
  });
  const isRoutine = isRoutineTitle(new Item(unit).title);
  const noTheme: Fix = {
    title: "Mark as having no theme (`themes: none`)",
    edits: tagEdits(unit, item, "none", context.text),
    preferred: isRoutine,
  };
  const fixes = isRoutine
    ? [noTheme, ...tags.map((fix) => ({ ...fix, preferred: false }))]
    : [...tags, noTheme];
  return fixes.filter(({ edits }) => edits.length > 0);
}

/** The matched terms: the two strongest per theme for two themes, the three strongest for one. */
function matchedTermsOf(choice: readonly Suggestion[]): string {
  const maxTermsPerTheme = choice.length > 1 ? 2 : 3;
  const words = choice.flatMap(({ reasons }) => reasons.slice(0, maxTermsPerTheme).map(({ text }) => text));
  return [...new Set(words)].map((word) => messageText(word, 40)).join(", ");
}

/**
 * Edits that write `themes: value` to an item without themes; empty if the existing value cannot be replaced.
 */
function tagEdits(unit: Unit, item: YAMLMap, value: string, text: string): readonly Edit[] {
  const themes = pairOf(item, "themes");
  if (!themes) {
    const keys = keysAt(schemaPathOf(unit.kind));
    return [addKey(text, item, "themes", value, keys.slice(0, keys.indexOf("themes")))];
  }
  const list = themes.value;
  if (isScalar(list) || isSeq(list) || !list) return [setEmptyValue(text, themes, value) ?? []].flat();
  return [{ ...rangeOf(list), text: value }];
}
