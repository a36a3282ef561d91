/** Lines at the wrong place in a block that parses: YAML reads them as part of another item, or of none. */

import { isMap, isSeq } from "yaml";
import type { Finding } from "../findings/finding";
import { schemaPathOf, titleKey, type UnitKind } from "../schema/itemKinds";
import { isMarkdownKey, markdownKeyCorrection } from "../schema/keyKinds";
import { keysAt, schemaAt } from "../schema/schema";
import { rootOnlyKeys } from "../schema/unitKeys";
import { entriesOf, isBlank, isEmpty, type KeyedValue, type Node, pairsOf, stringOf } from "../yaml/nodes";
import { layoutFinding } from "./explain";
import { layoutParses, readLayout } from "./layout";
import type { LayoutShape } from "./layoutMapping";
import { isMailLine } from "./mailLines";

/** @returns one finding for all such lines of a block that parses */
export function misplacedLines(text: string, shape: LayoutShape, root: Node | null): Finding | undefined {
  if (!mayBeMisplaced(shape, root)) return undefined;
  const layout = readLayout(text, shape);
  return layout && layoutParses(text, shape, layout.edits) ? layoutFinding(text, layout) : undefined;
}

function mayBeMisplaced({ kind, list }: LayoutShape, root: Node | null): boolean {
  if (kind === "item") {
    const units = entriesOf(root);
    return list !== undefined && (units.length > 1 || units.some((unit) => isUnitMisplaced(unit, list)));
  }
  if (kind !== "key") return false;
  const entries = pairsOf(root);
  const [first] = entries;
  if (!first || first.name !== (list ?? "meeting")) return false;
  if (list !== undefined) return entries.length > 1 ? isEmpty(first.value) : isMap(first.value);
  return entries.length > 1 || isUnitMisplaced(first.value, "meeting");
}

function isUnitMisplaced(unit: Node | null, kind: UnitKind): boolean {
  if (isSeq(unit)) return isMap(unit.items[0]);
  const pairs = pairsOf(unit);
  const names = new Set(pairs.map(({ name }) => name));
  const title = titleKey(kind);
  return (
    (kind !== "meeting" && pairs.filter(({ name }) => name === title).length > 1) ||
    isMail(pairs) ||
    pairs.some((pair, at) => isPairMisplaced(pair, pairs[at - 1], { names, kind }))
  );
}

/** True for two lines of the head of a mail, one below the other. */
function isMail(pairs: readonly KeyedValue[]): boolean {
  const isLine = (pair: KeyedValue | undefined): boolean =>
    pair !== undefined && isMailLine(pair.name, stringOf(pair.value) ?? "");
  return pairs.some((pair, at) => isLine(pair) && isLine(pairs[at + 1]));
}

/** The keys that a unit has. */
interface UnitNames {
  readonly names: ReadonlySet<string>;
  readonly kind: UnitKind;
}

function isPairMisplaced(
  { name, value }: KeyedValue,
  above: KeyedValue | undefined,
  { names, kind }: UnitNames,
): boolean {
  const entryKeys = entryKeysByKind[kind];
  const keysOfEntry = entryKeys.get(name);
  if (keysOfEntry)
    return (
      hasNestedEntry(value) ||
      hasMisplacedEntries(value, keysOfEntry) ||
      hasKeyAsEntry(value, entryKeys, names)
    );
  if (rootOnlyKeys.includes(name)) return true;
  if (!above) return false;
  const isBelowText = isBlank(above.value) && (isMarkdownKey(above.name) || isOtherTextName(above, kind));
  return isBelowText || (entryKeys.get(above.name) ?? []).includes(name);
}

/** The keys of a unit, each with the keys of its entries if it has a list of mappings. */
type EntryKeys = ReadonlyMap<string, readonly string[]>;

const entryKeysByKind: Readonly<Record<UnitKind, EntryKeys>> = {
  meeting: entryKeysOf("meeting"),
  sessions: entryKeysOf("sessions"),
  contributions: entryKeysOf("contributions"),
  breaks: entryKeysOf("breaks"),
  actions: entryKeysOf("actions"),
  surveys: entryKeysOf("surveys"),
  discussion: entryKeysOf("discussion"),
};

function entryKeysOf(kind: UnitKind): EntryKeys {
  const path = schemaPathOf(kind);
  return new Map(
    keysAt(path).map((name) => [name, Object.keys(schemaAt([...path, name, 0])?.properties ?? {})]),
  );
}

/** `Notes:` and `minutes: |` */
function isOtherTextName({ name, value }: KeyedValue, kind: UnitKind): boolean {
  return markdownKeyCorrection(name, keysAt(schemaPathOf(kind)), !isEmpty(value)) !== undefined;
}

/** `- - A. Forti` */
function hasNestedEntry(value: Node | null): boolean {
  return isSeq(value) && value.items.some((entry) => isSeq(entry) && !entry.flow);
}

/** `- speakers: [A. Forti]` below `themes:` */
function hasKeyAsEntry(
  value: Node | null,
  keys: ReadonlyMap<string, unknown>,
  names: ReadonlySet<string>,
): boolean {
  if (!isSeq(value) || value.flow) return false;
  return entriesOf(value).some((entry, at) => {
    const [first] = isMap(entry) && !entry.flow && at > 0 ? pairsOf(entry) : [];
    return first !== undefined && keys.has(first.name) && !names.has(first.name);
  });
}

/** @param entryKeys the keys of the entries; empty if they are texts */
function hasMisplacedEntries(value: Node | null, entryKeys: readonly string[]): boolean {
  const [first] = entryKeys;
  if (first === undefined) return false;
  if (isMap(value)) return pairsOf(value).some(({ name }) => entryKeys.includes(name));
  if (!isSeq(value)) return false;
  const entries = entriesOf(value);
  return entries.some(
    (entry, at) =>
      pairsOf(entry).filter(({ name }) => name === first).length > 1 ||
      isPartOfEntryAbove(entries, at, first),
  );
}

/** `- owner: A. Forti` below `- text: Ask` */
function isPartOfEntryAbove(entries: readonly Node[], at: number, first: string): boolean {
  const [names, namesAbove] = [entries[at], entries[at - 1]].map((entry) =>
    entry && isMap(entry) && !entry.flow ? pairsOf(entry).map(({ name }) => name) : [],
  );
  if (!names || names.length === 0 || names.includes(first) || !namesAbove?.length) return false;
  return !names.some((name) => namesAbove.includes(name));
}
