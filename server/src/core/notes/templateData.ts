/** The data of a template: the JSON of the notes, with values that know how they are written, and ready texts. */
import { firstLast, joinedNames } from "../text/personName";
import { decisionsOf, openActions } from "./arrange/decisionsAndActions";
import { originOf } from "./arrange/notesText";
import type { Arrangement } from "./arrange/sections";
import { indicoFragment } from "./html/indicoFragment";
import { markdownToHtml } from "./html/markdownToHtml";
import { notesBody } from "./html/page";
import { markdownEmbedder } from "./markdown/embedded";
import { notesMarkdown } from "./markdown/markdown";
import { textsOfNotes } from "./markdown/pageTexts";
import { notesValue } from "./notesJson";
import type { Notes } from "./read/notes";
import { Address, MarkdownText, type MarkdownWriters, ReadyText } from "./template/templateValues";

type Data = Readonly<Record<string, unknown>>;

/** Keys of texts that people write as Markdown. */
const markdownKeys: ReadonlySet<string> = new Set(["abstract", "context", "notes"]);

/** Keys of lists of names: a comma in a name is not readable among commas. */
const personKeys: ReadonlySet<string> = new Set([
  "apologies",
  "attendees",
  "chairs",
  "conveners",
  "minuteTakers",
  "owners",
  "speakers",
]);

/** What a part may lack; otherwise the name is searched in the contribution around it. */
const emptyPart: Data = { abstract: "", duration: "", links: [], notes: "", url: "" };

/** The level of the heading above a text that people write. */
const headingLevel = 3;

/** @returns the data as `docs/templates.md` describes it */
export function templateData(notes: Notes, arrangement: Arrangement): Data {
  const value = toData(notesValue(notes, arrangement), markdownWriters(notes)) as Data;
  const byKey = new Map([value.items, value.breaks].flatMap(listOf).map((each) => [each.key, each]));
  return {
    ...value,
    sections: listOf(value.sections).map((section) => withValues(section, byKey)),
    allDecisions: decisionsOf(notes).map(({ text, item }) => ({ text, from: item && originOf(item) })),
    openActions: openActions(notes).map(({ item, ...action }) => ({
      ...action,
      owners: action.owners.map(firstLast),
      from: item && originOf(item),
    })),
    markdown: new ReadyText(() => notesMarkdown(notes, arrangement)),
    html: new ReadyText(() => indicoFragment(notesBody(notes, arrangement))),
  };
}

function markdownWriters(notes: Notes): MarkdownWriters {
  const embed = markdownEmbedder(textsOfNotes(notes));
  const renderer = markdownToHtml();
  return {
    markdown: (source) => embed(source, headingLevel),
    html: (source) => indicoFragment(renderer.html(source, headingLevel)),
  };
}

function toData(value: unknown, writers: MarkdownWriters, key = ""): unknown {
  if (Array.isArray(value)) return value.map((entry) => entryData(entry, writers, key));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [name, toData(member, writers, name)]),
    );
  if (typeof value !== "string") return value;
  if (markdownKeys.has(key)) return new MarkdownText(value, writers);
  return key === "url" ? new Address(value) : value;
}

/** @param key of the list */
function entryData(entry: unknown, writers: MarkdownWriters, key: string): unknown {
  if (typeof entry === "string" && personKeys.has(key)) return firstLast(entry);
  const data = toData(entry, writers);
  if (key === "parts") return { ...emptyPart, ...(data as Data) };
  if (key === "persons") return withFirstName(data as Data);
  return key === "actions" ? withOwner(data as Data) : data;
}

function withFirstName({ name, ...person }: Data): Data {
  return { name: firstLast(String(name)), ...person };
}

/** The action with the names of `owners` in `owner`. */
function withOwner({ owner, ...action }: Data): Data {
  return { ...action, ...(owner !== undefined && { owner: joinedNames(namesOf(action.owners)) }) };
}

function namesOf(value: unknown): readonly string[] {
  return listOf(value).map(String);
}

function listOf(value: unknown): readonly Data[] {
  return Array.isArray(value) ? value : [];
}

/** The section; an entry has the values of its item or break. */
function withValues(section: Data, byKey: ReadonlyMap<unknown, Data>): Data {
  const entries = listOf(section.entries).map((entry) => ({
    ...byKey.get(entry.item ?? entry.break),
    ...entry,
  }));
  return { ...section, entries };
}
