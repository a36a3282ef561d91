import { isMap, isScalar, isSeq } from "yaml";
import { addKey, setEmptyValue } from "../edits";
import type { Finding, Fix } from "../finding";
import { entriesOf, isBlank, isEmpty, pairOf, rangeOf, textOf, type YAMLMap } from "../nodes";
import type { Unit } from "../parse";
import { type Edit, lineAt } from "../range";
import { keysAt } from "../schema";
import { isMeant } from "./meantKey";
import { nameOf, type RuleContext, schemaPathOf, titleKey } from "./rule";

/** `untagged-item`: an item with no themes that does not say `themes: none` either. */
export function untaggedItem(unit: Unit, context: RuleContext): readonly Finding[] {
  const { node } = unit;
  if (unit.kind === "meeting" || !isMap(node) || !isUntagged(node)) return [];
  const title = pairOf(node, titleKey(unit.kind));
  // `- title:` is still being typed, and its missing value is finding enough
  if (title && isBlank(title.value)) return [];
  if (isMeant("themes", node, schemaPathOf(unit.kind), context.vocabulary)) return [];
  const themes = pairOf(node, "themes");
  const words = textOf(title?.value);
  const place = themes?.key ?? (title?.value && !isEmpty(title.value) ? title.value : title?.key);
  const fallback = pairOf(node, String(Object.keys(unit.value ?? {})[0] ?? ""))?.key;
  const range = place ? rangeOf(place) : fallback ? rangeOf(fallback) : undefined;
  if (!range) return [];
  const lineEnd = lineAt(context.text, range.start).end;
  return [
    {
      code: "untagged-item",
      range: { start: range.start, end: Math.min(range.end, lineEnd) },
      message: `This ${nameOf(unit.kind)} has no theme yet.`,
      fixes: () => tagFixes(unit, node, words ?? "", context),
    },
  ];
}

/** True for no `themes`, `themes:` without a value, `[]`, and a list with nothing in it yet. */
export function isUntagged(item: YAMLMap): boolean {
  const value = pairOf(item, "themes")?.value;
  return isEmpty(value) || (isSeq(value) && entriesOf(value).every(isEmpty));
}

function tagFixes(unit: Unit, item: YAMLMap, title: string, context: RuleContext): readonly Fix[] {
  const notes = textOf(pairOf(item, "notes")?.value);
  const suggestions = context.suggester.suggest(title, notes).map(
    ({ theme, matched }, rank): Fix => ({
      title: `Tag with ${theme} (${matched.slice(0, 3).join(", ")})`,
      edits: [tagEdit(unit, item, `[${theme}]`, context.text)],
      preferred: rank === 0,
    }),
  );
  return [
    ...suggestions,
    { title: "No theme on purpose", edits: [tagEdit(unit, item, "none", context.text)] },
  ];
}

/** Writes `themes: value`, where the item has no themes yet. */
function tagEdit(unit: Unit, item: YAMLMap, value: string, text: string): Edit {
  const themes = pairOf(item, "themes");
  if (!themes) {
    const keys = keysAt(schemaPathOf(unit.kind));
    return addKey(text, item, "themes", value, keys.slice(0, keys.indexOf("themes")));
  }
  const list = themes.value;
  if (isSeq(list) && !list.flow)
    return {
      start: text.indexOf(":", rangeOf(themes.key).end) + 1,
      end: rangeOf(list).end,
      text: ` ${value}`,
    };
  if (isScalar(list) || isSeq(list) || !list) return setEmptyValue(text, themes, value);
  return { ...rangeOf(list), text: value };
}
