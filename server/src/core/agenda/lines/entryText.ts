/** The parts of the text of an entry: its title, and what is written around it. */
import type { Person } from "../../document/persons";
import { readDurations } from "../../time/readDurations";
import type { AgendaLink } from "../agenda";
import { addressesIn } from "./addressesIn";
import { type PeopleReading, readNamedPeople, readPeople, type WordKnowledge } from "./readPeople";

export interface EntryText {
  readonly title: string;
  readonly speakers: readonly Person[];
  readonly chairs: readonly Person[];
  readonly links: readonly AgendaLink[];
  readonly duration?: number;
  readonly place?: string;
  readonly url?: string;
}

/** What the whole text says about the way its entries are written. */
export interface TextHabits {
  readonly words: WordKnowledge;
  /** true if single words in brackets are first names: other brackets have certain names */
  readonly hasNamesInBrackets: boolean;
  /** true if several entries end with a number in brackets, `(30)` */
  readonly hasBareDurations: boolean;
}

interface Parts {
  title: string;
  speakers: Person[];
  chairs: Person[];
  links: AgendaLink[];
  duration?: number;
  place?: string;
  url?: string;
}

/** Maximum number of parts that are taken from the end of one text. */
const maxParts = 8;

/** @param text at most 500 UTF-16 units */
export function readEntryText(text: string, habits: TextHabits): EntryText {
  const parts: Parts = { title: withLinks(text.trim()), speakers: [], chairs: [], links: [] };
  takeLinks(text, parts, habits);
  takeDurationAtStart(parts);
  for (let left = maxParts; left > 0; left--) if (!takePart(parts, habits)) break;
  takeAddressOfTitle(parts);
  return { ...parts, title: parts.title.trim() };
}

function takePart(parts: Parts, habits: TextHabits): boolean {
  return (
    takeBracket(parts, habits) ||
    takeLabelled(parts, habits) ||
    takeDurationAtEnd(parts) ||
    takeAfterBracketedDuration(parts, habits) ||
    takeColumn(parts, habits) ||
    takeAfterDash(parts, habits) ||
    takeAfterComma(parts, habits)
  );
}

const markdownLink = /!?\[([^\][]{0,300})\]\(<?(https?:\/\/[^\s()<>]{1,1000})>?(?:\s"[^"]{0,200}")?\)/g;
/** The same with the blank and the dash before it. */
const separateLink =
  /\s?(?:[-–—|]\s)?!?\[([^\][]{0,300})\]\(<?https?:\/\/[^\s()<>]{1,1000}>?(?:\s"[^"]{0,200}")?\)/g;

const namedAddress =
  // bounded: 1000 characters (maxAgendaLine, two lines of one title)
  /(?:\s*[,;(–—|-]\s*(?:(?:see|the|my|her|his) ){0,2}(?:slides?|pdf|paper|recording|video|notes|folien|transparents)(?: (?:are|is))?(?: (?:at|on|in|here))?:?)?\s*[<([]?https?:\/\/[^\s<>()[\]]+[>)\]]*/gi;

/** The brackets at the end of an address that it does not open. */
function closingBrackets(address: string): string {
  const surplus = address.split(")").length - address.split("(").length;
  return ")".repeat(Math.max(0, surplus));
}

/** The text with links in Markdown as their words; addresses are taken from it, with what names them: `, slides at` */
function withLinks(text: string): string {
  return (
    text
      .replaceAll(separateLink, (matched, words: string) => (isMaterialName(words) ? "" : matched))
      .replaceAll(markdownLink, (_, words: string) => words)
      .replaceAll(namedAddress, closingBrackets)
      .replaceAll(/\s?[([][\s,;|/&+]*[)\]]/g, "")
      // bounded: 1000 characters (maxAgendaLine, two lines of one title)
      .replace(/\s*(?:[-–—|:,]|\((?:slides|link)?:?\s*\))\s*$/i, "")
  );
}

/** A link that is the title is the address of the entry; others are material. */
function takeLinks(text: string, parts: Parts, { words }: TextHabits): void {
  const found = [...text.matchAll(markdownLink)].map(([, title = "", url = ""]) => ({
    title: title.trim(),
    url,
  }));
  const rest = text.replaceAll(markdownLink, "");
  const bare = addressesIn(rest).map((url) => ({ title: "", url }));
  for (const { title, url } of [...found, ...bare]) {
    const isTitle =
      title !== "" && title.length > parts.title.length / 3 && !isMaterial(title) && !isPerson(title, words);
    if (parts.url === undefined && isTitle && url.startsWith("https:")) parts.url = url;
    else parts.links.push({ title: title || lastSegment(url), url });
  }
}

/** A link that is all of the title is the address of the entry. */
function takeAddressOfTitle(parts: Parts): void {
  const title = parts.title.trim();
  const link =
    isMaterial(title) || parts.url !== undefined ? undefined : parts.links.find((own) => own.title === title);
  if (!link?.url.startsWith("https:")) return;
  parts.url = link.url;
  parts.links = parts.links.filter((own) => own !== link);
}

function isPerson(title: string, words: WordKnowledge): boolean {
  return (readPeople(title, words)?.certainty ?? 0) >= 2;
}

function isMaterial(title: string): boolean {
  return /^(?:slides?|pdf|pptx?|video|recording|paper|link|notes|minutes|doc|material|folien|transparents)\b/i.test(
    title,
  );
}

/** True for words that name a file and are no part of a title: `slides`, `Slides 2`, `talk.pdf`. */
function isMaterialName(words: string): boolean {
  return (
    /^(?:the |see |my )?(?:slides?|pdf|pptx?|video|recording|paper|link|notes|minutes|doc|material|folien|transparents|poster|abstract|indico|here)(?: ?\d)?$/i.test(
      words.trim(),
    ) || /^\S+\.(?:pdf|pptx?|odp|key|mp4|docx?)$/i.test(words.trim())
  );
}

/** `slides.pdf` of an address, or its host. */
export function lastSegment(url: string): string {
  const [path = ""] = url.replace(/^https?:\/\//, "").split(/[?#]/);
  const segments = path.split("/").filter((segment) => segment !== "");
  const last = segments.at(-1) ?? path;
  return /\.\w{2,5}$/.test(last) || segments.length < 2 ? last : (segments[0] ?? last);
}

const durationWords =
  "(?:'{1,2}|′|’|min(?:s|utes?|uten|uti|utos)?|mn|m|h(?:\\d{2})?|hrs?|hours?|std|stunden?|heures?|ore)";
const durationText = `\\d{1,3}(?:[.,]\\d)? ?${durationWords}(?: ?\\d{1,2} ?(?:'|m(?:in)?)?)?(?: ?\\+ ?\\d{1,3} ?${durationWords}?){0,2}`;
const sumText = "\\d{1,3}(?: ?\\+ ?\\d{1,3}){1,2} ?(?:'|min(?:utes)?|m)?";
const wholeDuration = new RegExp(`^(?:~|ca\\.? ?)?(?:${durationText}|${sumText})\\.?$`, "iu");
const durationFirst = new RegExp(`^[([]?(${durationText})[)\\]]?\\s*(?:[:–—-]\\s+)?(?=\\S)`, "iu");
const durationLast = new RegExp(`(?:\\s[-–—]|,|\\s|:)\\s?(${durationText})\\.?$`, "iu");

/** Minutes of `20'`, `(15+5)` without its brackets, `1h30`. */
export function durationIn(text: string): number | undefined {
  const words = text.trim();
  if (words.length > 40 || !wholeDuration.test(words)) return undefined;
  const plain = words
    .replaceAll(/[′’]/g, "'")
    .replace(/^(\d+) ?m$/i, "$1 min")
    .replace(/^(\d+) ?h ?(\d+) ?m$/i, "$1h$2");
  const [reading] = readDurations(plain);
  return reading?.minutes !== undefined && Number.isInteger(reading.minutes) ? reading.minutes : undefined;
}

/** `(10') Introduction`, `25' CVMFS CSI driver` */
function takeDurationAtStart(parts: Parts): void {
  const [matched = "", written = ""] = durationFirst.exec(parts.title) ?? [];
  const rest = parts.title.slice(matched.length);
  const duration = /^\p{L}|^["'(]/u.test(rest) ? durationIn(written) : undefined;
  // `5 min talks` and `20 m cable` are titles
  const isMarked = /['′’)\]:–—-]\s*$/.test(matched) || /^\p{Lu}/u.test(rest);
  if (duration === undefined || !isMarked) return;
  parts.duration = duration;
  parts.title = rest;
}

function takeDurationAtEnd(parts: Parts): boolean {
  const found = durationLast.exec(parts.title);
  const duration = found && parts.duration === undefined ? durationIn(found[1] ?? "") : undefined;
  if (!found || duration === undefined || found.index === 0) return false;
  parts.duration = duration;
  parts.title = parts.title.slice(0, found.index);
  return true;
}

/** The last bracket of a title, which may have brackets in it. */
function takeBracket(parts: Parts, habits: TextHabits): boolean {
  const title = parts.title.trimEnd();
  const open = openingOf(title);
  if (open === undefined) return false;
  const inner = title.slice(open + 1, -1).trim();
  const before = title.slice(0, open).trimEnd();
  if (before === "" || !takeWords(inner, before, parts, habits)) return false;
  if (parts.title === title || parts.title.trimEnd() === title) parts.title = before;
  return true;
}

function openingOf(title: string): number | undefined {
  const close = title.at(-1) ?? "";
  if (close !== ")" && close !== "]") return undefined;
  const open = close === ")" ? "(" : "[";
  let depth = 0;
  for (let at = title.length - 1; at >= 0; at--) {
    if (title[at] === close) depth++;
    if (title[at] === open && --depth === 0) return at;
  }
  return undefined;
}

/** What is in brackets: a duration, persons, a room, or a duration and persons with a comma between them. */
function takeWords(inner: string, before: string, parts: Parts, habits: TextHabits): boolean {
  const room = /^(?:room|raum|salle|sala|aula|place|where)\s?:?\s+(\S.*)$/i.exec(inner)?.[1];
  if (room !== undefined && /:/.test(inner.slice(0, 8))) {
    parts.place = room;
    return true;
  }
  const [, label = "", labelled] = /^(\p{L}[\p{L} /-]{1,20}?)\s?:\s*(\S.*)$/u.exec(inner) ?? [];
  const isChair = chairLabel.test(label);
  if (labelled !== undefined && (isChair || speakerLabel.test(label))) {
    const named = readPeople(labelled, habits.words)?.people ?? fullNames(labelled);
    if (!named) return false;
    (isChair ? parts.chairs : parts.speakers).push(...named);
    return true;
  }
  const duration = durationOfBracket(inner, habits);
  if (duration !== undefined) {
    if (parts.duration !== undefined && parts.duration !== duration) return false;
    parts.duration = duration;
    return true;
  }
  const phrases = inner.split(/[,;] ?/);
  const durations = phrases.map((phrase) => durationIn(phrase));
  const timed = durations.findIndex((minutes) => minutes !== undefined);
  const names =
    timed < 0
      ? inner
      : inner
          .split(/(?<=[,;]) ?/)
          .filter((_, at) => at !== timed)
          .join(" ")
          .replace(/[,;]$/, "");
  if (isPartOfName(before, habits)) return false;
  const reading = readPeople(names, habits.words);
  if (!reading || (reading.certainty === 1 && !habits.hasNamesInBrackets) || parts.speakers.length > 0)
    return false;
  parts.speakers.push(...reading.people);
  if (timed >= 0) parts.duration ??= durations[timed] ?? 0;
  return true;
}

/** `Storage, chair: Alice Forti`, `Compute - chaired by Virginia Hall`, `Helm, speaker: Bob Smith` */
function takeLabelled(parts: Parts, habits: TextHabits): boolean {
  const title = parts.title.trimEnd();
  for (const { 0: matched, 1: label = "", index } of title.matchAll(labelInside)) {
    const isChair = chairLabel.test(label);
    if (index === 0 || !(isChair || speakerLabel.test(label))) continue;
    const written = title.slice(index + matched.length);
    const people = readPeople(written, habits.words)?.people ?? fullNames(written);
    if (!people) continue;
    (isChair ? parts.chairs : parts.speakers).push(...people);
    parts.title = title.slice(0, index);
    return true;
  }
  return false;
}

const labelInside = /(?:\s[-–—]|[,;])\s(\p{L}{4,15}(?:(?=:)|\sby(?=[:\s])))(?::\s?|\s)(?=\p{Lu})/gu;

/** Persons after a label, where a word of titles may be a name. */
function fullNames(text: string): readonly Person[] | undefined {
  const named = readNamedPeople(text);
  return named?.every(({ name }) => name.includes(" ")) ? named : undefined;
}

export const chairLabel =
  /^(?:session )?(?:chairs?|chaired by|chairpersons?|conveners?|convenors?|moderators?|moderated by|moderation|leitung|vorsitz|présidents?|présidence|président de séance|animateurs?|chairman|coordinatori?|moderatore|presiede|organi[sz]ers?|hosts?|modera)$/i;
export const speakerLabel =
  /^(?:speakers?|presenters?|presented by|lecturers?|talk by|by|with|orateurs?|oratrices?|intervenants?|vortragender?|vortragende|referent(?:en|in)?|sprecher(?:in)?|relator[ei]|ponentes?|discussion leaders?|panell?ists?|who|introduced by)$/i;

/** A bracket after a name has the affiliation of that name: `- Ian Collier (STFC)`. */
function isPartOfName(before: string, habits: TextHabits): boolean {
  // bounded: 1000 characters (maxAgendaLine, two lines of one title)
  const [, name] = /(?:\s[-–—]+|,|\s{2,})\s*([^-–—,\s][^–—,]{1,60})$/u.exec(before.slice(-80)) ?? [];
  return name !== undefined && (readPeople(name, habits.words)?.certainty ?? 0) >= 2;
}

function durationOfBracket(inner: string, { hasBareDurations }: TextHabits): number | undefined {
  const duration = durationIn(inner);
  if (duration !== undefined || !hasBareDurations || !/^\d{1,3}$/.test(inner)) return duration;
  return Number(inner) > 0 ? Number(inner) : undefined;
}

/** `Facilities paper: status (40m) A. Forti`, `Harvester update (20 min) – FaHui Lin` */
function takeAfterBracketedDuration(parts: Parts, habits: TextHabits): boolean {
  const [, before, written = "", after = ""] =
    // bounded: 500 characters (maxAgendaLine)
    /^(.*\S) ?[([]([^()[\]]{1,20})[)\]]\s*(?:[-–—:,]\s*)?(\S.*)$/.exec(parts.title) ?? [];
  const duration = before === undefined ? undefined : durationIn(written);
  const reading = duration === undefined ? undefined : readPeople(after, habits.words);
  if (before === undefined || !reading || parts.speakers.length > 0) return false;
  parts.duration ??= duration ?? 0;
  parts.speakers.push(...reading.people);
  parts.title = before;
  return true;
}

/** Columns made of spaces or tabs: `Welcome      P. Sonnier`. */
function takeColumn(parts: Parts, habits: TextHabits): boolean {
  // bounded: 500 characters (maxAgendaLine)
  const [, before, column = ""] = /^(.*\S)(?: {2,}|\t+ *)(\S.*)$/.exec(parts.title.trim()) ?? [];
  if (before === undefined) return false;
  const duration = durationIn(column);
  const reading = readPeople(column.replace(/^[-–—]\s/, ""), habits.words);
  if (duration === undefined && !(reading && parts.speakers.length === 0)) return false;
  if (duration !== undefined) parts.duration ??= duration;
  else parts.speakers.push(...(reading?.people ?? []));
  parts.title = before;
  return true;
}

/** ` - `, ` – `, ` — `, ` -- `, ` / ` or ` : ` before persons; the first from which all that follows is persons. */
function takeAfterDash(parts: Parts, habits: TextHabits): boolean {
  if (parts.speakers.length > 0) return false;
  const title = parts.title;
  for (const { 0: separator, index } of [
    ...title.matchAll(/\s(?:-{1,3}|[–—]|\/{1,2}|\||:)\s|,?\s(?:by|par)\s(?=\p{Lu})/gu),
  ].slice(-3)) {
    const before = title.slice(0, index).trimEnd();
    const reading = readPeople(title.slice(index + separator.length), habits.words);
    if (before === "" || !reading || reading.certainty < 2) continue;
    parts.speakers.push(...reading.people);
    parts.title = before;
    return true;
  }
  return false;
}

/** `Ceph news, D. van der Ster`, `Antares status, Tom Byrne (STFC)`: only names that are certain. */
function takeAfterComma(parts: Parts, habits: TextHabits): boolean {
  if (parts.speakers.length > 0) return false;
  const title = parts.title;
  for (const { index } of [...title.matchAll(/,\s/g)].slice(-6)) {
    const reading = readPeople(title.slice(index + 2), habits.words);
    if (!reading || reading.certainty < 3 || !areFullNames(reading)) continue;
    parts.speakers.push(...reading.people);
    parts.title = title.slice(0, index);
    return true;
  }
  return false;
}

/** True unless a single word is one of the persons: it may belong to the title. */
function areFullNames({ people }: PeopleReading): boolean {
  return people.every(({ name, affiliation }) => name.includes(" ") || affiliation !== undefined);
}
