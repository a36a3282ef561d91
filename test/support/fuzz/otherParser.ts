/** What an edit changes by the account of a second YAML parser, which shares no code with the one that the server uses. */
import { isDeepStrictEqual } from "node:util";
import { CORE_SCHEMA, load } from "js-yaml";
import type { OfferedEdit } from "./offers";
import { isReadOtherwise } from "./wholeReading";

type PlainObject = Readonly<Record<string, unknown>>;

/** An item, or the value of a key of the root that has no items. */
interface Part {
  readonly name: string;
  readonly value: unknown;
}

const itemLists = ["sessions", "contributions", "actions", "surveys", "discussion"];

/**
 * @returns what the offer changes besides the one item it is for: other items, other keys of that item; nothing if the parser does not read the original file
 */
export function changedElsewhere(
  before: string,
  { kind, code, title, after }: OfferedEdit,
): readonly string[] {
  const [old, fresh] = [loaded(before), loaded(after)];
  if (old === undefined) return [];
  // lines that belong to another item than YAML reads them for: the fix moves them there
  if (code === "yaml-syntax" && isReadOtherwise(before)) return [];
  if (fresh === undefined) return ["leaves what a second parser does not read"];
  if (kind === "format" || kind === "suppress")
    return isDeepStrictEqual(old, fresh) ? [] : ["changes a value"];
  const [was, is] = [partsOf(old), partsOf(fresh)];
  if ((reshapesRoot(title) || kind === "fixAll") && isReshaped(old.root)) return [];
  if (title.startsWith("Move it to the meeting")) return notMoved(was, is);
  if (title.startsWith("Move the breaks")) return notMoved(was, is);
  if (title === "Merge both" && is.length > was.length) return missingOf(was, is);
  if (title.startsWith("Remove this entry") && is.length === was.length - 1) return notRemoved(was, is);
  if (code === "missing-key" && title.startsWith("Remove the dash")) return notJoined(old.root, fresh.root);
  const isOfRoot = code === "missing-key" || code === "unknown-key" || code === "yaml-syntax";
  if (was.length !== is.length) return isOfRoot ? missingOf(was, is) : ["has another number of items"];
  const changed = was.flatMap((part, at) => (isDeepStrictEqual(part, is[at]) ? [] : at));
  // items with the same slip have one finding
  const isRepeated = (code === "unknown-key" || code === "wrong-type") && changed.length > 2;
  const maxItems = kind === "fix" && !isRepeated ? 1 : was.length;
  const keys =
    code === "untagged-item" || kind === "tagAll"
      ? 1
      : kind === "fix" && !isRepeated
        ? 2
        : Number.POSITIVE_INFINITY;
  return [
    ...(changed.length > maxItems ? [`changes ${changed.length} items`] : []),
    ...changed
      .filter((at) => keysThatDiffer(was[at]?.value, is[at]?.value) > keys)
      .map((at) => `changes more keys of ${was[at]?.name}`),
  ];
}

/** Fixes that make items of a mapping or a text, or one list of two. */
export function reshapesRoot(title: string): boolean {
  const isEmptyList = /^Write \w+: \[\]$/.test(title);
  return isEmptyList || ["Make it a list", "Merge both", "Write the meeting as keys"].includes(title);
}

/** A second list replaces the first for this parser. */
function isReshaped(root: unknown): boolean {
  return (
    isMap(root) &&
    (!isMap(root.meeting) || itemLists.some((list) => root[list] !== undefined && !Array.isArray(root[list])))
  );
}

/** An item without a value is gone, and nothing else. */
function notRemoved(was: readonly Part[], is: readonly Part[]): readonly string[] {
  const at = was.findIndex(({ value }, index) => !isDeepStrictEqual(value, is[index]?.value));
  const left = was.filter((_, index) => index !== at).map(({ value }) => value);
  const isEmpty = was[at]?.value === null;
  const values = is.map(({ value }) => value);
  return isEmpty && isDeepStrictEqual(left, values) ? [] : [`loses ${was[at]?.name}`];
}

/** Keys that were items are keys of the item above; all keys of a list are there, in order. */
function notJoined(old: unknown, fresh: unknown): readonly string[] {
  const keysOf = (root: unknown, list: string): unknown => {
    const value = isMap(root) ? root[list] : undefined;
    return Array.isArray(value)
      ? value.flatMap((item) => (isMap(item) ? Object.entries(item) : [item]))
      : value;
  };
  return itemLists
    .filter((list) => !isDeepStrictEqual(keysOf(old, list), keysOf(fresh, list)))
    .map((list) => `changes keys of ${list}`);
}

/** Only the context of the meeting differs, and one key of the root is gone. */
function notMoved(was: readonly Part[], is: readonly Part[]): readonly string[] {
  const others = was.filter(({ name }) => name !== "meeting");
  const lost = others.filter(({ value }) => !is.some((part) => isDeepStrictEqual(part.value, value)));
  const [old, fresh] = [was, is].map((parts) => parts.find(({ name }) => name === "meeting")?.value);
  return lost.length > 1 || keysThatDiffer(old, fresh) > 1
    ? [`loses ${lost.map(({ name }) => name).join(", ")}`]
    : [];
}

/** Wrapped, since a file may be empty; `undefined` if the text is not YAML. */
function loaded(text: string): { readonly root: unknown } | undefined {
  try {
    return { root: load(text, { schema: CORE_SCHEMA, json: true }) };
  } catch {
    return undefined;
  }
}

function partsOf({ root }: { readonly root: unknown }): readonly Part[] {
  if (!isMap(root)) return [{ name: "root", value: root }];
  return Object.entries(root).flatMap(([name, value]): readonly Part[] =>
    itemLists.includes(name) && Array.isArray(value)
      ? value.map((item, at) => ({ name: `${name} ${at}`, value: item }))
      : [{ name, value }],
  );
}

/** Items of before that are nowhere in what is left, but for one. */
function missingOf(was: readonly Part[], is: readonly Part[]): readonly string[] {
  const lost = was.filter(({ value }) => !is.some((part) => isDeepStrictEqual(part.value, value)));
  return lost.length > 1 ? [`loses ${lost.map(({ name }) => name).join(", ")}`] : [];
}

function keysThatDiffer(old: unknown, fresh: unknown): number {
  if (!isMap(old) || !isMap(fresh)) return 1;
  const names = new Set([...Object.keys(old), ...Object.keys(fresh)]);
  return [...names].filter((name) => !isDeepStrictEqual(old[name], fresh[name])).length;
}

function isMap(value: unknown): value is PlainObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
