import type { Cursor } from "../core/cursor";
import type { MeetingDocument } from "../core/document";
import { plainOrQuoted } from "../core/edits";
import { isCalendarDate } from "../core/rules/invalidDate";
import { type SchemaPath, schemaAt } from "../core/schema";
import type { Reference } from "../core/vocabulary";
import type { Proposal } from "./proposal";

/** Values that the catalogue, the schema or the file itself already knows. */
export function valueProposals(
  cursor: Cursor,
  document: MeetingDocument,
  offset: number,
): readonly Proposal[] {
  if (cursor.slot === "text") return systemNames(cursor, document);
  const key = cursor.path.findLast((step) => typeof step === "string");
  const isEntry = typeof cursor.path.at(-1) === "number";
  const quoted = (proposal: Proposal): Proposal =>
    cursor.quote ? { ...proposal, text: `${cursor.quote}${bare(proposal.text)}${cursor.quote}` } : proposal;
  return proposalsFor(String(key), isEntry, cursor, document, offset).map(quoted);
}

function proposalsFor(
  key: string,
  isEntry: boolean,
  cursor: Cursor,
  document: MeetingDocument,
  offset: number,
): readonly Proposal[] {
  if (key === "themes")
    return isEntry ? themes(cursor, document, offset) : themeLists(cursor, document, offset);
  if (key === "community") return communities(document);
  if (key === "speakers" || key === "chairs") return inList(people(cursor, document), isEntry);
  if (key === "owner") return people(cursor, document);
  if (key === "date" || key === "due") return dates(key, document);
  if (key === "start") return nextStart(cursor.path, document, offset);
  if (key === "timezone")
    return [
      "Europe/Zurich",
      "UTC",
      "Europe/London",
      "Europe/Paris",
      "America/Chicago",
      "America/New_York",
      "Asia/Tokyo",
    ].map(named);
  return (schemaAt(cursor.path)?.enum ?? []).map((value) => named(String(value)));
}

function themes(cursor: Cursor, document: MeetingDocument, offset: number): readonly Proposal[] {
  const { vocabulary } = document;
  const theme = cursor.prefix.includes("/") ? cursor.prefix.split("/")[0] : undefined;
  const free = vocabulary.references.filter(
    ({ ref }) => !cursor.siblings.includes(ref) && (!theme || ref.startsWith(`${theme}/`)),
  );
  const suggested = suggestedAt(document, offset);
  const first = free
    .filter(({ ref }) => suggested.includes(ref))
    .sort((a, b) => suggested.indexOf(a.ref) - suggested.indexOf(b.ref));
  const rest = [...free.filter(({ topic }) => !topic), ...free.filter(({ topic }) => topic)].filter(
    (reference) => !first.includes(reference),
  );
  return [...first, ...rest].map((reference, rank) => ({
    ...themeProposal(reference),
    ...(rank === 0 && first.length > 0 && { preselect: true }),
  }));
}

/** Themes the words of the item at the cursor speak for, best first. */
function suggestedAt(document: MeetingDocument, offset: number): readonly string[] {
  const block = document.blockAt(offset)?.block;
  const title =
    document.unitAt(offset)?.summary.title ??
    /(?:title|question|topic):[ \t]*(.*)/.exec(block?.text ?? "")?.[1] ??
    "";
  return document.suggester.suggest(title).map(({ theme }) => theme);
}

function themeProposal({ ref, theme, topic }: Reference): Proposal {
  const subject = topic ?? theme;
  return {
    label: ref,
    kind: topic ? "topic" : "theme",
    text: ref,
    detail: subject.title,
    also: [subject.title, ...(subject.aliases ?? [])],
    card: { card: "reference", name: ref },
  };
}

/** `themes: ` with nothing yet: a list is begun, or `none`. */
function themeLists(cursor: Cursor, document: MeetingDocument, offset: number): readonly Proposal[] {
  const lists = themes(cursor, document, offset).map((proposal) => ({
    ...proposal,
    text: `[${proposal.text}]`,
    snippet: `[${proposal.text}$0]`,
  }));
  return cursor.quote
    ? []
    : [...lists, { label: "none", kind: "name", text: "none", detail: "No theme on purpose" }];
}

function communities(document: MeetingDocument): readonly Proposal[] {
  const { communities: known } = document.vocabulary.catalogue;
  const used = unique(document.items().flatMap(({ summary }) => summary.community ?? []));
  const others = used.filter((name) => !document.vocabulary.community(name)).map(named);
  return [
    ...known.map(
      ({ name, aliases }): Proposal => ({
        label: name,
        kind: "name",
        text: name,
        also: aliases ?? [],
        card: { card: "community", name },
      }),
    ),
    ...others,
  ];
}

function people(cursor: Cursor, document: MeetingDocument): readonly Proposal[] {
  const taken = [...cursor.siblings, cursor.prefix];
  return unique(document.units().flatMap(({ summary }) => summary.people))
    .filter((name) => !taken.includes(name))
    .map((name) => ({ ...named(name), text: plainOrQuoted(name) }));
}

function inList(proposals: readonly Proposal[], isEntry: boolean): readonly Proposal[] {
  return isEntry ? proposals : proposals.map((proposal) => ({ ...proposal, text: `[${proposal.text}]` }));
}

function dates(key: string, document: MeetingDocument): readonly Proposal[] {
  const meeting = document.units().find(({ unit }) => unit.kind === "meeting");
  const value = meeting?.unit.value as { readonly date?: unknown } | undefined;
  const held = typeof value?.date === "string" && isCalendarDate(value.date) ? value.date : undefined;
  const date = (text: string, detail: string): Proposal => ({ ...named(text), detail });
  const today = date(document.today, "today");
  if (key === "date") return [today];
  const from = held ?? document.today;
  const later = [
    date(after(from, 7), "a week after the meeting"),
    date(after(from, 30), "30 days after the meeting"),
  ];
  return [today, ...(held ? [date(held, "the day of the meeting")] : []), ...later];
}

/** The day that comes `days` after an ISO 8601 date. */
function after(iso: string, days: number): string {
  const time = Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000;
  return new Date(time).toISOString().slice(0, 10);
}

/** When the contribution above ends. */
function nextStart(path: SchemaPath, document: MeetingDocument, offset: number): readonly Proposal[] {
  if (path[0] !== "contributions") return [];
  const above = document
    .items()
    .findLast(({ start, summary }) => summary.start && start + summary.range.end < offset);
  if (!above?.summary.start) return [];
  const minutes = above.summary.start.minute + (above.summary.duration ?? 0);
  const clock = `${String(Math.floor(minutes / 60) % 24).padStart(2, "0")}:${String(Math.round(minutes) % 60).padStart(2, "0")}`;
  return [{ label: clock, kind: "name", text: `"${clock}"`, detail: "when the one above ends" }];
}

/** Systems that begin with the word being typed in a title or in notes. */
function systemNames(cursor: Cursor, document: MeetingDocument): readonly Proposal[] {
  const word = cursor.prefix.toLowerCase();
  if (word.length < 2) return [];
  return document.vocabulary.catalogue.systems
    .filter(({ name, aliases }) =>
      [name, ...(aliases ?? [])].some((known) => known.toLowerCase().startsWith(word)),
    )
    .map(({ name, aliases, summary }) => ({
      label: name,
      kind: "system",
      text: name,
      detail: summary,
      also: aliases ?? [],
      card: { card: "system", name },
    }));
}

function named(name: string): Proposal {
  return { label: name, kind: "name", text: name };
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}

function bare(text: string): string {
  return text.replace(/^(["'])(.*)\1$/, "$2");
}
