/** Fixes for root keys whose value is not in the form of the format: `meeting: Title`, items by their title. */
import { isMap, isScalar, isSeq } from "yaml";
import type { Vocabulary } from "../../catalogue/vocabulary";
import type { Fix } from "../../findings/finding";
import { schemaPathOf, titleKey, type UnitList } from "../../schema/itemKinds";
import { isPlaceholder } from "../../text/placeholderWord";
import { type Edit, lineAt, lineEndOf, trimmedEnd } from "../../text/range";
import { columnOf, pairEnd, pairStart, replaceValue } from "../../yaml/edits";
import {
  entriesOf,
  isEmpty,
  type KeyedValue,
  type Node,
  pairsOf,
  rangeOf,
  stringOf,
  type YAMLMap,
} from "../../yaml/nodes";
import { quote, quoteIfNeeded } from "../../yaml/scalars";
import { wrappedMap } from "../entries/wrappedMap";
import { isKeyOrCorrection } from "../keys/keyCorrections";
import { listEdits } from "../values/valueFixes";

/** `meeting: Kubernetes pre-GDB` and `meeting:` with a list of its keys. */
export function meetingFixes({ key, value }: KeyedValue, text: string): readonly Fix[] {
  const edits = isSeq(value) ? edgesOfEntries(value, text) : titleEdits(key, value, text);
  return edits.length === 0 ? [] : [{ title: "Write the meeting as keys", edits, preferred: true }];
}

function titleEdits(key: Node, value: Node | null, text: string): readonly Edit[] {
  const title = stringOf(value);
  if (!value || title === undefined || title.includes("\n")) return [];
  const start = rangeOf(key).end + 1;
  const { end } = rangeOf(value);
  if (text.slice(start, end).includes("\n")) return [];
  const separator = `${lineEndOf(text)}${" ".repeat(columnOf(text, rangeOf(key).start) + 2)}`;
  const [date] = /\b\d{4}-\d\d-\d\d\b/.exec(title) ?? [];
  const source = text.slice(rangeOf(value).start, end);
  const lines = ["", `title: ${source}`, ...(date === undefined ? [] : [`date: ${date}`])];
  return [{ start, end, text: lines.join(separator) }];
}

/** Replaces the dashes before mappings by spaces. */
function edgesOfEntries(value: Node, text: string): readonly Edit[] {
  const entries = entriesOf(value);
  const names = entries.flatMap((entry) => pairsOf(entry).map(({ name }) => name));
  if (new Set(names).size < names.length) return [];
  const edits = entries.flatMap((entry): readonly Edit[] => {
    const start = isMap(entry) && !entry.flow ? rangeOf(entry).start : 0;
    const dash = text.slice(lineAt(text, start).start, start).search(/-[ \t]+$/);
    const at = lineAt(text, start).start + dash;
    return dash < 0 ? [] : [{ start: at, end: at + 1, text: " " }];
  });
  return edits.length === entries.length ? edits : [];
}

/** A mapping or a text instead of a list of items. */
export function itemListFixes(
  list: UnitList,
  value: Node,
  text: string,
  vocabulary: Vocabulary,
): readonly Fix[] {
  // `surveys: none`
  if (isPlaceholder(stringOf(value) ?? "")) {
    const edits = [replaceValue(text, value, "[]")];
    return [{ title: `Write \`${list}: []\``, edits, preferred: true, safe: true }];
  }
  const edits = isMap(value)
    ? mapEdits(list, value, text, vocabulary)
    : (linesAsItems(titleKey(list), value, text) ?? listEdits([list], value, text));
  return edits.length > 0 ? [{ title: "Make it a list", edits, preferred: true }] : [];
}

/** Lines of words below `contributions:`, one title each. */
function linesAsItems(title: string, value: Node, text: string): readonly Edit[] | undefined {
  const { start, end } = rangeOf(value);
  const lines = text.slice(start, trimmedEnd(text, end)).split(/\r?\n/);
  const isPlain = isScalar(value) && value.type === "PLAIN";
  if (!isPlain || lines.length < 2 || text.slice(lineAt(text, start).start, start).trim() !== "")
    return undefined;
  const indent = " ".repeat(columnOf(text, start));
  const items = lines.flatMap((line) =>
    line.trim() === "" ? [] : [`- ${title}: ${quoteIfNeeded(line.trim())}`],
  );
  return [{ start, end: trimmedEnd(text, end), text: items.join(lineEndOf(text) + indent) }];
}

function mapEdits(list: UnitList, map: YAMLMap, text: string, vocabulary: Vocabulary): readonly Edit[] {
  const pairs = pairsOf(map);
  const path = schemaPathOf(list);
  if (pairs.length === 0 || pairs.length < map.items.length) return [];
  if (pairs.some(({ name }) => isKeyOrCorrection(name, map, path, vocabulary)))
    return wrappedMap(map, text) ?? [];
  const edits = pairs.map((pair) => entryEdit(pair, titleKey(list), map.flow ?? false, text));
  if (!edits.every((edit) => edit !== undefined)) return [];
  const { start, end } = rangeOf(map);
  if (!map.flow) return edits;
  return [{ start, end: start + 1, text: "[" }, ...edits, { start: end - 1, end, text: "]" }];
}

/** `Rucio: {themes: none}` as `- {title: Rucio, themes: none}`; the keys below a title remain where they are. */
function entryEdit(pair: KeyedValue, title: string, isFlow: boolean, text: string): Edit | undefined {
  const { name, value } = pair;
  const start = pairStart(text, pair);
  const dash = isFlow ? "" : "- ";
  const named = `${title}: ${quoteIfNeeded(name)}`;
  if (!value || isEmpty(value))
    return { start, end: pairEnd(text, pair), text: isFlow ? `{${named}}` : dash + named };
  if (isScalar(value)) return wordsEdit(pair, title, isFlow, text);
  if (!isMap(value)) return undefined;
  const inner = rangeOf(value).start;
  if (value.flow)
    return { start, end: inner + 1, text: `${dash}{${named}${pairsOf(value).length > 0 ? ", " : ""}` };
  const spaces = columnOf(text, inner) - columnOf(text, start) - 1;
  const end = text.indexOf(":", rangeOf(pair.key).end) + 1;
  return isFlow || spaces < 1 ? undefined : { start, end, text: `-${" ".repeat(spaces)}${named}` };
}

/** `Rucio: the next steps` is a title with a colon. */
function wordsEdit(pair: KeyedValue, title: string, isFlow: boolean, text: string): Edit | undefined {
  const value = stringOf(pair.value);
  if (value === undefined || value.includes("\n")) return undefined;
  const named = `${title}: ${quote(`${pair.name}: ${value}`)}`;
  return {
    start: pairStart(text, pair),
    end: pairEnd(text, pair),
    text: isFlow ? `{${named}}` : `- ${named}`,
  };
}
