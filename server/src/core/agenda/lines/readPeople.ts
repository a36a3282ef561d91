/** Persons in a text that may also be part of a title: `A. Forti (CERN), R. Rocha`, `Vanessa Hamar, CC-IN2P3`. */
import type { Person } from "../../document/persons";
import { plainLetters } from "../../text/typedText";
import { isAmbiguousFirstName, isGivenName, isTitleWord, isWordSurname } from "./commonWords";
import { maxPeopleText } from "./lineLimits";

/** How sure a name is: initials or a known given name, two words that look like one, one word that may be one. */
type Certainty = 3 | 2 | 1;

export interface PeopleReading {
  readonly people: readonly Person[];
  readonly certainty: Certainty;
}

/** Words after `Speaker:`, or in the column of the speakers: a word of titles may be a name there. */
export function readNamedPeople(text: string): readonly Person[] | undefined {
  return readPeople(text, "named")?.people;
}

/** What is known about words; `named` if the text can only be persons. */
type CommonWords = WordKnowledge | "named";

export interface WordKnowledge {
  /** true for a word in lower case that the text has in lower case elsewhere */
  readonly isCommon: (word: string) => boolean;
  /** true for a city or a laboratory, in lower case without accents */
  readonly isPlace: (name: string) => boolean;
}

/** @returns undefined if a part is no person */
export function readPeople(text: string, words: CommonWords): PeopleReading | undefined {
  if (text.length > maxPeopleText) return undefined;
  const parts = splitPeople(
    text
      .trim()
      .replace(/^(?:by|par|von|di|por)\s+(?=\p{Lu})/u, "")
      .replace(/[;,]$/, ""),
  );
  if (parts.length === 0 || parts.length > 20) return undefined;
  const people: Person[] = [];
  let certainty: Certainty = 1;
  for (const part of parts) {
    const person = personOf(part, words);
    const last = people.at(-1);
    if (person && !(last && isAffiliationAfter(part, last, person.certainty))) {
      people.push(person.person);
      certainty = Math.max(certainty, person.certainty) as Certainty;
    } else if (last && !last.affiliation && isAffiliation(part)) {
      people[people.length - 1] = { ...last, affiliation: part };
    } else return undefined;
  }
  return people.length > 0 ? { people: people.filter(isNew), certainty } : undefined;
}

/** One person is listed once. */
function isNew(person: Person, at: number, all: readonly Person[]): boolean {
  return all.findIndex(({ name }) => name === person.name) === at;
}

/** Parts at commas, semicolons, slashes and `and` outside of brackets. */
function splitPeople(text: string): readonly string[] {
  const parts: string[] = [];
  let [depth, start] = [0, 0];
  for (const { 0: mark, index } of text.matchAll(marks)) {
    if (mark === "(" || mark === "[") depth++;
    else if (mark === ")" || mark === "]") depth--;
    else if (depth <= 0) {
      parts.push(text.slice(start, index));
      start = index + mark.length;
    }
  }
  const all = [...parts, text.slice(start)].map((part) => part.trim()).filter((part) => part !== "");
  return lastFirst(all) ?? all;
}

/** Brackets, and what is between two persons. */
const marks = /[()[\]]|;|,(?!\s*(?:Jr|Sr)\b)|\s[/&+|]\s|\s(?:and|und|et|e|y|with|avec|mit)\s/g;

/** `Forti, A.` is one person, `Forti, A., Rocha, R.` are two. */
function lastFirst(parts: readonly string[]): readonly string[] | undefined {
  if (parts.length % 2 !== 0 || parts.length === 0) return undefined;
  const isPair = (at: number): boolean =>
    /^\p{Lu}[\p{L}'’ -]*\p{Ll}$/u.test(parts[at] ?? "") &&
    /^(?:\p{Lu}\.[ -]?){1,3}$/u.test(parts[at + 1] ?? "");
  for (let at = 0; at < parts.length; at += 2) if (!isPair(at)) return undefined;
  return parts.flatMap((part, at) => (at % 2 === 0 ? [`${parts[at + 1] ?? ""} ${part}`] : []));
}

const honorific = /^(?:(?:prof|dr|mr|mrs|ms|mme|herr|frau|dott|ing)\b\.?(?:-ing\.?)? ?){1,3}(?=\p{Lu})/iu;

interface PersonReading {
  readonly person: Person;
  readonly certainty: Certainty;
}

/** `A. Forti (Manchester)`, `Dr Sofia Chair [CERN]` */
function personOf(part: string, words: CommonWords): PersonReading | undefined {
  const [, written = "", affiliation] = affiliationAtEnd(part) ?? [part, part];
  const name = written.replace(honorific, "").trim();
  const own = certaintyOf(name, words);
  if (own === undefined) return undefined;
  const isTitled = name !== written.trim();
  const certainty: Certainty = isTitled || (own === 2 && affiliation !== undefined) ? 3 : own;
  return { person: { name, ...(affiliation !== undefined && { affiliation }) }, certainty };
}

/** The name and the affiliation in brackets, which may have brackets itself: `X (University of Glasgow (GB))`. */
function affiliationAtEnd(part: string): readonly [string, string, string] | undefined {
  const close = part.at(-1);
  if (close !== ")" && close !== "]") return undefined;
  const open = part.search(/[([]/);
  const inner = part.slice(open + 1, -1).trim();
  if (open < 2 || inner === "" || /^\d/.test(inner)) return undefined;
  return [part, part.slice(0, open), inner];
}

const initials =
  /^(?:\p{Lu}\p{Ll}?\.[ -]?){1,4} ?(?:(?:van|von|der|den|de|di|del|della|dell'|la|le|dos|da|ten|ter|zu|bin) ){0,3}\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,2}$/u;
const withInitialInside = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}\.?)+ \p{Lu}[\p{L}'’-]+$/u;
const particle = /^(?:van|von|der|den|de|di|del|della|dell|la|le|dos|da|ten|ter|zu|bin|el|al|y|i|d|du|des)$/;
const nameWord = /^(?:d'|dell'|dall'|o'|l')?\p{Lu}[\p{L}'’-]*\.?$/u;

function certaintyOf(written: string, known: CommonWords): Certainty | undefined {
  const name = written.replace(/, (?:Jr|Sr)\.?$/, "");
  if (name.length < 2 || name.length > 60 || /[\d:"/@#&+=]/.test(name)) return undefined;
  if (initials.test(name)) return 3;
  const words = name.split(/ +/);
  const first = words[0] ?? "";
  if (!/^\p{Lu}/u.test(first) || words.length > 5) return undefined;
  if (!words.every((word, at) => nameWord.test(word) || (at > 0 && particle.test(word)))) return undefined;
  if (known === "named") return words.length === 1 ? 1 : 2;
  if (isAcronym(first) && !withInitialInside.test(name)) return undefined;
  if (words.some((word) => isTitleWord(word.toLowerCase()))) return fullNameOfWords(words, known);
  const isGiven = first.split("-").some((part) => isGivenName(plainLetters(part)));
  if (words.length === 1)
    return isGiven ? 2 : isPlace(name, known) || known.isCommon(name.toLowerCase()) ? undefined : 1;
  if (isGiven || withInitialInside.test(name)) return 3;
  if (words.some((word) => isAcronym(word) || known.isCommon(word.toLowerCase())) || isPlace(name, known))
    return undefined;
  if (institute.test(name)) return undefined;
  return 2;
}

/** `Alice Adams`, `Virginia Hall`, `Atlas Moreau`: a first name and a surname, one of them also a word of titles. */
function fullNameOfWords(words: readonly string[], known: WordKnowledge): Certainty | undefined {
  const lower = words.map((word) => word.toLowerCase());
  const [first = "", last = ""] = [lower[0], lower.at(-1)];
  if (words.length < 2 || lower.slice(1, -1).some(isTitleWord) || words.some(isAcronym)) return undefined;
  const isGiven = first.split("-").some((part) => isGivenName(plainLetters(part)));
  if (isTitleWord(last)) {
    if (!isWordSurname(last)) return undefined;
    return isGiven ? 3 : isAmbiguousFirstName(first) && !isTitleWord(first) ? 2 : undefined;
  }
  const isTown = isPlace(last, known) && !isWordSurname(last);
  if (known.isCommon(last) || institute.test(last) || (isTown && !isGiven)) return undefined;
  return isGiven ? 3 : isAmbiguousFirstName(first) ? 2 : undefined;
}

/** `CERN`, `FNAL`, `IT`, `k8s`; not `FaHui` */
function isAcronym(word: string): boolean {
  return /^[\p{Lu}\d.-]{2,}$/u.test(word);
}

function isPlace(text: string, { isPlace: isKnown }: WordKnowledge): boolean {
  return isKnown(plainLetters(text));
}

const institute =
  /\b(?:universi|instit|laborator|lab\b|labs\b|national|school|college|centre|center|cent(?:er|re)|department|dept|consortium|imperial|tech|inc|gmbh|ltd|group|foundation|collaboration|hochschule|sezione)/i;

/** Words after a person: an acronym, a place, an institute. */
function isAffiliation(part: string): boolean {
  if (part.length > 80 || /^(?:tbc|tbd|tba|all|chair|remote)\b/i.test(part) || /\d'|\bmin\b/.test(part))
    return false;
  return /^\p{Lu}/u.test(part) || institute.test(part);
}

/** `Manchester` after `A. Forti`; a second name is no affiliation. */
function isAffiliationAfter(part: string, last: Person, certainty: Certainty): boolean {
  if (last.affiliation !== undefined || certainty === 3) return false;
  const isOneWord = !part.includes(" ");
  if (isOneWord) return certainty === 1 && last.name.includes(" ");
  return institute.test(part);
}
