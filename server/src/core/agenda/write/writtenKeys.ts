/** The keys of a meeting head, a session, an entry and a part, in the order of the schema. */
import type { Person } from "../../document/persons";
import { isRoutineTitle } from "../../suggest/routineTitle";
import { combinedSuggestion, isConfident, refOf, type Suggester } from "../../suggest/suggester";
import { timeOfDay } from "../../time/timeOfDay";
import { exactFlowText } from "../../yaml/exactText";
import type {
  AgendaContribution,
  AgendaEntry,
  AgendaLink,
  AgendaMeeting,
  AgendaPart,
  AgendaSession,
} from "../agenda";

/** A key with its value, which `layout.ts` writes. */
export interface WrittenKey {
  readonly key: string;
  readonly value: WrittenValue;
}

/** A value with its source. */
export interface WrittenSource {
  /** as in brackets and braces */
  readonly source: string;
  /** the same as plain JS */
  readonly plain: unknown;
}

export type WrittenValue =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "source"; readonly source: WrittenSource }
  | { readonly kind: "list"; readonly entries: readonly WrittenSource[] }
  | { readonly kind: "prose"; readonly text: string }
  | { readonly kind: "maps"; readonly maps: readonly (readonly WrittenKey[])[] };

/** @param date of a meeting whose agenda has none */
export function meetingKeys(meeting: AgendaMeeting, date: string | undefined): readonly WrittenKey[] {
  return [
    text("title", meeting.title ?? "Untitled meeting"),
    ...plain("date", meeting.date ?? date),
    ...plain("endDate", meeting.endDate),
    ...persons("chairs", meeting.chairs),
    ...optional("place", meeting.place),
    ...optional("timezone", meeting.timezone),
    ...optional("url", meeting.url),
    ...links(meeting.links),
    ...plain("nextMeeting", meeting.nextMeeting),
    ...markdown("context", meeting.context),
  ];
}

export function sessionKeys(session: AgendaSession): readonly WrittenKey[] {
  return [
    text("title", session.title),
    ...plain("date", session.date),
    ...start(session.start),
    ...number("duration", session.duration),
    ...optional("place", session.place),
    ...persons("conveners", session.conveners),
    ...optional("url", session.url),
  ];
}

/** @param suggester writes the themes that it is sure of */
export function entryKeys(entry: AgendaEntry, suggester?: Suggester): readonly WrittenKey[] {
  const times = [
    ...start(entry.start),
    ...number("duration", entry.duration),
    ...optional("place", entry.place),
  ];
  const place = [...optional("session", entry.session), ...plain("date", entry.date)];
  if (entry.kind === "break") return [text("break", entry.title), ...place, ...times];
  return [
    text("title", entry.title),
    ...place,
    ...persons("speakers", entry.speakers),
    ...themes(entry, suggester),
    ...times,
    ...optional("url", entry.url),
    ...links(entry.links),
    ...markdown("abstract", entry.abstract),
    ...(entry.parts.length === 0 ? [] : [parts(entry.parts)]),
  ];
}

function parts(written: readonly AgendaPart[]): WrittenKey {
  return { key: "parts", value: { kind: "maps", maps: written.map(partKeys) } };
}

export function partKeys(part: AgendaPart): readonly WrittenKey[] {
  return [
    text("title", part.title),
    ...persons("speakers", part.speakers),
    ...number("duration", part.duration),
    ...optional("url", part.url),
    ...links(part.links),
    ...markdown("abstract", part.abstract),
  ];
}

/** Routine entries such as a welcome have no theme; suggestions go by the title alone. */
function themes({ title }: AgendaContribution, suggester: Suggester | undefined): readonly WrittenKey[] {
  if (isRoutineTitle(title)) return [source("themes", { source: "none", plain: "none" })];
  return list("themes", (suggester ? confidentThemes(title, suggester) : []).map(flowText));
}

/** References to the themes that the suggester is sure of. */
export function confidentThemes(title: string, suggester: Suggester): readonly string[] {
  const suggestions = isRoutineTitle(title) ? [] : suggester.suggest(title);
  return isConfident(suggestions) ? combinedSuggestion(suggestions).map(refOf) : [];
}

function text(key: string, value: string): WrittenKey {
  return { key, value: { kind: "text", text: value } };
}

function optional(key: string, value: string | undefined): readonly WrittenKey[] {
  return value === undefined ? [] : [text(key, value)];
}

function source(key: string, value: WrittenSource): WrittenKey {
  return { key, value: { kind: "source", source: value } };
}

/** @param value that needs no quotes */
function plain(key: string, value: string | undefined): readonly WrittenKey[] {
  return value === undefined ? [] : [source(key, { source: value, plain: value })];
}

function start(minutes: number | undefined): readonly WrittenKey[] {
  if (minutes === undefined) return [];
  const time = timeOfDay(minutes);
  return [source("start", { source: `"${time}"`, plain: time })];
}

function number(key: string, value: number | undefined): readonly WrittenKey[] {
  return value === undefined ? [] : [source(key, { source: String(value), plain: value })];
}

function markdown(key: string, value: string | undefined): readonly WrittenKey[] {
  return value === undefined ? [] : [{ key, value: { kind: "prose", text: value } }];
}

function list(key: string, entries: readonly WrittenSource[]): readonly WrittenKey[] {
  return entries.length === 0 ? [] : [{ key, value: { kind: "list", entries } }];
}

function persons(key: string, written: readonly Person[]): readonly WrittenKey[] {
  return list(key, written.map(personSource));
}

export function personSource({ name, affiliation }: Person): WrittenSource {
  if (affiliation === undefined) return flowText(name);
  return {
    source: `{name: ${exactFlowText(name)}, affiliation: ${exactFlowText(affiliation)}}`,
    plain: { name, affiliation },
  };
}

function links(written: readonly AgendaLink[]): readonly WrittenKey[] {
  return list("links", written.map(linkSource));
}

export function linkSource({ title, url }: AgendaLink): WrittenSource {
  return { source: `{title: ${exactFlowText(title)}, url: ${exactFlowText(url)}}`, plain: { title, url } };
}

function flowText(value: string): WrittenSource {
  return { source: exactFlowText(value), plain: value };
}
