import { isMap, isScalar, isSeq } from "yaml";
import type { Unit } from "../document/parseBlock";
import type { Finding, Fix } from "../findings/finding";
import { isPeopleKey } from "../schema/keyKinds";
import { messageText } from "../text/displayText";
import { type Edit, lineAt, lineEndOf } from "../text/range";
import { readSeveralNames } from "../text/readNames";
import { replaceScalar, replaceValue } from "../yaml/edits";
import {
  entriesOf,
  type KeyedValue,
  type Node,
  pairOf,
  pairsOf,
  rangeOf,
  stringOf,
  type YAMLMap,
} from "../yaml/nodes";
import { quoteIfNeeded } from "../yaml/scalars";
import { actionMaps } from "./shared/actionMaps";
import type { RuleContext, UnitRule } from "./shared/rule";
import { clipToLine } from "./shared/schemaLocation";

/** `invalid-value` for several persons in one entry of a list, and in `owner`. */
export const severalPersons: UnitRule = { codes: ["invalid-value"], check };

/** Maximum UTF-16 units of the names in a message and in the title of a fix. */
const maxTitleLength = 80;

function check(unit: Unit, { text }: RuleContext): readonly Finding[] {
  const actions = actionMaps(unit);
  const parts = entriesOf(pairOf(unit.node, "parts")?.value).filter((part) => isMap(part));
  const maps = [...(isMap(unit.node) && unit.kind !== "actions" ? [unit.node] : []), ...parts, ...actions];
  return [
    ...maps.flatMap((map) => listFindings(map, text)),
    ...actions.flatMap((action) => ownerFinding(action, text) ?? []),
  ];
}

function listFindings(map: YAMLMap, text: string): readonly Finding[] {
  return pairsOf(map).flatMap(({ name, value }) => {
    if (!isPeopleKey(name) || !isSeq(value)) return [];
    return entriesOf(value).flatMap((entry) => entryFinding(entry, value.flow === true, text) ?? []);
  });
}

function entryFinding(entry: Node, isFlow: boolean, text: string): Finding | undefined {
  const nameNode = isMap(entry) ? (pairOf(entry, "name")?.value ?? null) : entry;
  const name = stringOf(nameNode) ?? "";
  const readings = readSeveralNames(name);
  if (!nameNode || readings.length === 0) return undefined;
  const shownName = messageText(name, maxTitleLength);
  return {
    code: "invalid-value",
    range: clipToLine(text, rangeOf(nameNode)),
    message: `Several persons in one entry: \`${shownName}\`. Each person must be a separate entry.`,
    fixes: () => fixesOf(readings, (names) => entryEdits(entry, names, isFlow, text)),
  };
}

function ownerFinding(action: YAMLMap, text: string): Finding | undefined {
  const owner = pairOf(action, "owner");
  const readings = isScalar(owner?.value) ? readSeveralNames(stringOf(owner.value) ?? "") : [];
  if (!owner?.value || readings.length === 0) return undefined;
  return {
    code: "invalid-value",
    range: clipToLine(text, rangeOf(owner.value)),
    message: "`owner` must be one person: several persons are `owners`.",
    fixes: () => fixesOf(readings, (names) => ownerEdits(owner, action, names, text)),
  };
}

/** @param editsOf empty if the entry has a form that cannot be replaced */
function fixesOf(
  readings: readonly (readonly string[])[],
  editsOf: (names: readonly string[]) => readonly Edit[],
): readonly Fix[] {
  return readings
    .map((names) => {
      const count = names.length > 1 ? `${names.length} persons` : "One person";
      const title = `${count}: ${messageText(names.join(", "), maxTitleLength)}`;
      return { title, edits: editsOf(names), preferred: readings.length === 1 };
    })
    .filter(({ edits }) => edits.length > 0);
}

/** Writes each person as an entry; all of them have the affiliation. */
function entryEdits(entry: Node, names: readonly string[], isFlow: boolean, text: string): readonly Edit[] {
  const { start } = rangeOf(entry);
  const line = lineAt(text, start);
  const separator = isFlow
    ? ", "
    : `${lineEndOf(text)}${text.slice(line.start, start).replace(/[^\s-][\s\S]*/, "")}`;
  if (isScalar(entry)) return [replaceValue(text, entry, names.map(quoteIfNeeded).join(separator))];
  const range = { start, end: endOf(entry) };
  const affiliation = stringOf(pairOf(entry, "affiliation")?.value ?? null);
  const count = affiliation === undefined ? 1 : 2;
  if (pairsOf(entry).length > count || /[#&*!]/.test(text.slice(range.start, range.end))) return [];
  const persons = names.map((name) =>
    affiliation === undefined
      ? quoteIfNeeded(name)
      : `{name: ${quoteIfNeeded(name)}, affiliation: ${quoteIfNeeded(affiliation)}}`,
  );
  return [{ ...range, text: persons.join(separator) }];
}

/** The end of a mapping without the line end after its last value. */
function endOf(map: Node): number {
  const last = pairsOf(map).at(-1)?.value;
  return isMap(map) && !map.flow && last ? rangeOf(last).end : rangeOf(map).end;
}

/** Writes the persons in `owners`, or one person in `owner`. */
function ownerEdits(
  { key, value }: KeyedValue,
  action: YAMLMap,
  names: readonly string[],
  text: string,
): readonly Edit[] {
  const [first = ""] = names;
  if (!value || pairOf(action, "owners")) return [];
  if (names.length === 1) return [replaceScalar(text, value, first)];
  const list = `[${names.map(quoteIfNeeded).join(", ")}]`;
  return [replaceScalar(text, key, "owners"), replaceValue(text, value, list)];
}
