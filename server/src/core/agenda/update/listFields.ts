/** Persons and links of an item that follow the agenda. */
import type { Person } from "../../document/persons";
import { addressIn, asText, listIn, textIn, valueIn } from "../../document/plainValues";
import { isPlaceholder } from "../../text/placeholderWord";
import { readNames } from "../../text/readNames";
import { singleLineLabel } from "../../text/singleLineLabel";
import type { AgendaLink } from "../agenda";
import { linkSource, personSource } from "../write/writtenKeys";
import { documentKey, linkKeys } from "./addresses";
import { type EditedMap, type FieldEdit, mapAt, setField, withFields } from "./fieldEdits";
import { changeList, type EntryChange, removeList } from "./listEdits";
import { matchPersons } from "./samePersons";
import type { SourceLists } from "./sourceLists";

/**
 * @param isComplete false if the agenda may not know the persons: then an empty list changes nothing
 * @returns undefined if the list has these persons
 */
export function personsEdit(
  target: EditedMap,
  key: string,
  persons: readonly Person[],
  isComplete: boolean,
): FieldEdit | undefined {
  const names = namesIn(target.value, key);
  if (persons.length === 0)
    return isComplete && names.some((name) => name !== "") ? removeList(target, key) : undefined;
  const { found, others } = matchPersons(names, persons);
  if (others.length === 0 && found.every((person) => person !== undefined)) return undefined;
  const waiting = [...others];
  const entries = found.map((person): EntryChange => {
    const next = person ? undefined : waiting.shift();
    return person ? "keep" : next ? { ...personSource(next), isOther: true } : "remove";
  });
  return changeList(target, key, { entries, added: waiting.map(personSource) }, persons.map(personSource));
}

/** The names of a list as written; a text is read as the names in it. */
function namesIn(map: unknown, key: string): readonly string[] {
  const value = valueIn(map, key);
  const [names, ...otherReadings] = typeof value === "string" ? readNames(value) : [];
  if (names && otherReadings.length === 0) return names;
  return listIn(map, key).map((entry) => {
    const name = textIn(entry, "name") ?? asText(entry) ?? "";
    return isPlaceholder(name) ? "" : name;
  });
}

/**
 * Links that a person added stay; those to files of the event that the agenda no longer has are removed.
 * @param url of the item, which needs no link
 * @returns undefined if the list has these links
 */
export function linksEdit(
  target: EditedMap,
  links: readonly AgendaLink[],
  url: string | undefined,
  { isRemovedFile }: SourceLists,
): FieldEdit | undefined {
  const current = listIn(target.value, "links").map((entry) => ({
    url: addressIn(entry, "url") ?? addressIn({ url: entry }, "url"),
    title: textIn(entry, "title"),
  }));
  const known = new Map<string, number>();
  for (const [at, link] of current.entries())
    if (link.url !== undefined) for (const key of linkKeys(link.url)) if (!known.has(key)) known.set(key, at);
  const own = url === undefined ? undefined : documentKey(url);
  const entries = current.map(
    (link): EntryChange => (link.url !== undefined && isRemovedFile(link.url) ? "remove" : "keep"),
  );
  const added: AgendaLink[] = [];
  const addedKeys = new Set<string>();
  for (const link of links) {
    const key = documentKey(link.url);
    const at = linkKeys(link.url).flatMap((one) => known.get(one) ?? [])[0];
    if (at === undefined) {
      if (key !== own && !addedKeys.has(key)) added.push(link);
      addedKeys.add(key);
    } else if (entries[at] === "keep") entries[at] = linkChange(target, at, link, current[at]);
  }
  if (added.length === 0 && entries.every((entry) => entry === "keep")) return undefined;
  if (added.length === 0 && entries.every((entry) => entry === "remove")) return removeList(target, "links");
  const all = [...wholeLinks(current, entries), ...added];
  return changeList(target, "links", { entries, added: added.map(linkSource) }, all.map(linkSource));
}

interface FileLink {
  readonly url: string | undefined;
  readonly title: string | undefined;
}

/** The links of a list that is a text or empty, and so is written as a whole. */
function wholeLinks(current: readonly FileLink[], entries: readonly unknown[]): readonly AgendaLink[] {
  return current.flatMap(({ url, title = "Link" }, at) =>
    url === undefined || entries[at] !== "keep" ? [] : [{ title, url }],
  );
}

/** The address and the title of a link follow the agenda; one without a title keeps none. */
function linkChange(
  target: EditedMap,
  at: number,
  link: AgendaLink,
  { url = "", title }: FileLink = { url: undefined, title: undefined },
): EntryChange {
  const isSameTitle = title === undefined || title === singleLineLabel(link.title);
  const isSameUrl = documentKey(url) === documentKey(link.url);
  if (isSameTitle && isSameUrl) return "keep";
  const map = mapAt(target, "links", at, ["title", "url"]);
  if (!map) return linkSource(link);
  const fields = [
    ...(isSameTitle ? [] : [setField(map, "title", { kind: "text", text: link.title })]),
    ...(isSameUrl ? [] : [setField(map, "url", { kind: "text", text: link.url })]),
  ].flatMap((field) => field ?? []);
  return { edits: fields.flatMap(({ edits }) => edits), plain: withFields(map.value, fields) };
}
