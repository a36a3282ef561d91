/** What the rules that look across items, and the features, need to know of one item. */
import { isMap, isScalar, isSeq } from "yaml";
import { titleKey, type UnitKind } from "../schema/itemKinds";
import type { Range } from "../text/range";
import { entriesOf, isEmpty, type Node, pairOf, rangeOf, textOf } from "../yaml/nodes";
import type { Unit } from "./parseBlock";

export interface Summary {
  readonly kind: UnitKind;
  /** the whole unit, as all ranges here relative to its block */
  readonly range: Range;
  readonly title: string;
  /** the same for two items of one list under one title, whatever their letters' case; empty where there is no title */
  readonly nameKey: string;
  readonly titleRange: Range;
  /** theme references as written */
  readonly themes: readonly string[];
  readonly themesRange?: Range;
  /** true where it says `themes: none` */
  readonly isNone: boolean;
  readonly isUntagged: boolean;
  /** names of speakers, chairs and owners */
  readonly people: readonly string[];
  readonly community?: string;
  /** minutes after midnight */
  readonly start?: { readonly minute: number; readonly range: Range };
  /** minutes */
  readonly duration?: number;
}

export function summarise(unit: Unit): Summary {
  const { node, kind } = unit;
  const pair = pairOf(node, titleKey(kind));
  const themes = pairOf(node, "themes")?.value;
  const community = textOf(pairOf(node, "community")?.value);
  const start = startOf(pairOf(node, "start")?.value);
  const duration = pairOf(node, "duration")?.value;
  const title =
    textOf(pair?.value) ?? (pair && !isEmpty(pair.value) ? wordsOf(plainOf(unit, pair.name)) : "");
  const name = title.trim().toLowerCase();
  return {
    kind,
    range: unit.range,
    title,
    nameKey: name && `${kind} ${name}`,
    titleRange:
      pair?.value && !isEmpty(pair.value) ? rangeOf(pair.value) : pair ? rangeOf(pair.key) : firstLine(unit),
    themes: themesOf(unit),
    ...(themes && { themesRange: rangeOf(themes) }),
    isNone: plainOf(unit, "themes") === "none",
    isUntagged: isUntagged(unit),
    people: peopleOf(node),
    ...(community && { community }),
    ...(start && { start }),
    ...(isScalar(duration) && typeof duration.value === "number" && { duration: duration.value }),
  };
}

/** True for an item with no `themes`, `themes:` without a value, `[]`, and a list with nothing in it yet. */
export function isUntagged({ kind, node }: Unit): boolean {
  if (kind === "meeting" || !isMap(node)) return false;
  const value = pairOf(node, "themes")?.value;
  return isEmpty(value) || (isSeq(value) && entriesOf(value).every(isEmpty));
}

/** minutes; longer is no item of a meeting */
const longest = 7 * 24 * 60;

/** How many minutes it takes; nothing where it does not say, or what cannot be. */
export function minutesOf({ duration }: Summary): number | undefined {
  return duration !== undefined && duration > 0 && duration <= longest ? duration : undefined;
}

function peopleOf(node: Node | null): readonly string[] {
  const named = ["speakers", "chairs"].flatMap((key) => entriesOf(pairOf(node, key)?.value));
  const owners = entriesOf(pairOf(node, "actions")?.value).flatMap(
    (action) => pairOf(action, "owner")?.value ?? [],
  );
  return [...named, ...owners].flatMap((name) => textOf(name) ?? []);
}

function startOf(node: Node | null | undefined): Summary["start"] {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(textOf(node) ?? "");
  return match && node
    ? { minute: Number(match[1]) * 60 + Number(match[2]), range: rangeOf(node) }
    : undefined;
}

function firstLine(unit: Unit): Range {
  return { start: unit.range.start, end: Math.min(unit.range.end, unit.range.start + 1) };
}

/** A value with its aliases followed; of a key that stands twice the last one. */
function plainOf({ value }: Unit, key: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

function themesOf(unit: Unit): readonly string[] {
  const themes = plainOf(unit, "themes");
  return Array.isArray(themes) ? themes.filter((theme) => typeof theme === "string") : [];
}

/** `2019` and `true` by their words; a map or a list has none. */
function wordsOf(value: unknown): string {
  return typeof value === "object" || value === undefined ? "" : String(value);
}
