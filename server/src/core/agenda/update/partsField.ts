/** Parts of a contribution that follow the agenda; their notes stay. */
import { isMap, isSeq } from "yaml";
import { addressIn, listIn, textIn, valueIn } from "../../document/plainValues";
import { keysAt } from "../../schema/schema";
import { groupInsertions } from "../../text/groupInsertions";
import { QueueByKey } from "../../text/queueByKey";
import { lineEndOf } from "../../text/range";
import { singleLineLabel } from "../../text/singleLineLabel";
import { addEntries } from "../../yaml/addEntries";
import { columnOf } from "../../yaml/edits";
import { pairOf, rangeOf } from "../../yaml/nodes";
import type { AgendaPart } from "../agenda";
import { flowMap, plainMap } from "../write/layout";
import { linesAfterDash } from "../write/meetingText";
import { partKeys } from "../write/writtenKeys";
import { eventKey, pageKey } from "./addresses";
import { type EditedMap, type FieldEdit, mapAt, removeField, setField, withFields } from "./fieldEdits";
import { missingKey } from "./fileEntries";
import { linksEdit, personsEdit } from "./listFields";
import { comparableTitle } from "./matchEntries";
import type { SourceLists } from "./sourceLists";

const pathOfParts = ["contributions", 0, "parts", 0] as const;

/** A change of a list of parts, and the titles of the parts that the agenda no longer has, or has again. */
interface PartsChange {
  readonly field: FieldEdit;
  readonly missing: readonly string[];
  readonly returned: readonly string[];
}

/**
 * Parts that the agenda no longer has are marked.
 * @returns undefined if the list has these parts
 */
export function partsEdit(
  target: EditedMap,
  parts: readonly AgendaPart[],
  lists: SourceLists,
): PartsChange | undefined {
  const isComplete = lists.isComplete("parts");
  if (parts.length === 0 && !isComplete) return undefined;
  const current = valueIn(target.value, "parts");
  const list = pairOf(target.map, "parts")?.value;
  if (!isSeq(list) || list.items.length === 0 || !Array.isArray(current)) {
    const maps = parts.map(partKeys);
    const field = parts.length === 0 ? undefined : setField(target, "parts", { kind: "maps", maps });
    return field && { field, missing: [], returned: [] };
  }
  const indices = matchParts(target, parts);
  const byIndex = new Map([...indices].map(([part, at]) => [at, part]));
  const expected: unknown[] = [...current];
  const [missing, returned]: [string[], string[]] = [[], []];
  const edits = [...current.keys()].flatMap((at) => {
    const part = byIndex.get(at);
    const map = mapAt(target, "parts", at, keysAt(pathOfParts));
    if (!map) return [];
    const fields = part ? changedFields(map, part, lists) : isComplete ? missingFields(map, target) : [];
    expected[at] = withFields(map.value, fields);
    for (const { key, expected: value } of fields)
      if (key === missingKey)
        (value === undefined ? returned : missing).push(textIn(map.value, "title") ?? "Untitled");
    return groupInsertions(fields.flatMap((field) => field.edits));
  });
  const added = parts.filter((part) => !indices.has(part)).map(partKeys);
  if (edits.length === 0 && added.length === 0) return undefined;
  const { text } = target;
  const indent = " ".repeat(columnOf(text, rangeOf(list).start) + 2);
  const sources = added.map((keys) =>
    list.flow ? flowMap(keys) : linesAfterDash(keys, indent).join(lineEndOf(text)).trimStart(),
  );
  const addition = sources.length === 0 ? [] : [addEntries(text, list, sources)];
  if (addition.includes(undefined) || list.items.some((item) => !isMap(item))) return undefined;
  const field = {
    key: "parts",
    edits: [...edits, ...addition.flatMap((edit) => edit ?? [])],
    expected: [...expected, ...added.map(plainMap)],
  };
  return { field, missing, returned };
}

/** Marks a part with an address of the event of its contribution; another one was added by a person. */
function missingFields(map: EditedMap, { value }: EditedMap): readonly FieldEdit[] {
  const [own, url] = [addressIn(value, "url"), addressIn(map.value, "url")];
  const isOfEvent =
    url !== undefined && eventKey(url) !== undefined && eventKey(url) === eventKey(own ?? url);
  if (!isOfEvent || valueIn(map.value, missingKey) !== undefined) return [];
  const mark = { kind: "source", source: { source: "true", plain: true } } as const;
  return [setField({ ...map, keys: ["title"] }, missingKey, mark) ?? []].flat();
}

/** No key is added after one that is removed. */
function changedFields(map: EditedMap, part: AgendaPart, lists: SourceLists): readonly FieldEdit[] {
  const fields = partFields(map, part, lists);
  const removed = fields.filter(({ expected }) => expected === undefined).map(({ key }) => key);
  if (removed.length === 0 || removed.length === fields.length) return fields;
  return partFields({ ...map, keys: map.keys.filter((key) => !removed.includes(key)) }, part, lists);
}

/** The index in the file of each part: by its address, then by its title. */
function matchParts({ value }: EditedMap, parts: readonly AgendaPart[]): ReadonlyMap<AgendaPart, number> {
  const indices = new Map<AgendaPart, number>();
  const taken = new Set<number>();
  const inFile = listIn(value, "parts").map((part) => ({
    url: addressIn(part, "url"),
    title: textIn(part, "title") ?? "",
  }));
  const keys: readonly ((
    part: Pick<AgendaPart, "title"> & { url?: string | undefined },
  ) => string | undefined)[] = [({ url }) => url && pageKey(url), ({ title }) => comparableTitle(title)];
  for (const keyOf of keys) {
    const free = [...inFile.keys()].filter((at) => !taken.has(at));
    const waiting = new QueueByKey(free, (at) => keyOf(inFile[at] ?? { title: "" }));
    for (const part of parts) {
      const at = indices.has(part) ? undefined : waiting.take(keyOf(part));
      if (at === undefined) continue;
      indices.set(part, at);
      taken.add(at);
    }
  }
  return indices;
}

function partFields(map: EditedMap, part: AgendaPart, lists: SourceLists): readonly FieldEdit[] {
  const { value } = map;
  const url = addressIn(value, "url");
  const isSameUrl = part.url === undefined || (url !== undefined && pageKey(url) === pageKey(part.url));
  const isSameDuration = part.duration === undefined || part.duration === valueIn(value, "duration");
  const fields = [
    textIn(value, "title") === singleLineLabel(part.title) ? undefined : setText(map, "title", part.title),
    valueIn(value, missingKey) === undefined ? undefined : removeField(map, missingKey),
    personsEdit(map, "speakers", part.speakers, lists.isComplete("speakers")),
    isSameDuration
      ? undefined
      : setField(map, "duration", {
          kind: "source",
          source: { source: String(part.duration), plain: part.duration },
        }),
    isSameUrl || part.url === undefined ? undefined : setText(map, "url", part.url),
    linksEdit(map, part.links, part.url ?? url, lists),
    part.abstract === undefined || hasText(value, "abstract")
      ? undefined
      : setField(map, "abstract", { kind: "prose", text: part.abstract }),
  ];
  return fields.flatMap((field) => field ?? []);
}

function setText(map: EditedMap, key: string, text: string): FieldEdit | undefined {
  return setField(map, key, { kind: "text", text });
}

/** True for a key with a value other than blank text. */
export function hasText(map: unknown, key: string): boolean {
  const value = valueIn(map, key);
  return typeof value === "string" ? value.trim() !== "" : value != null;
}
