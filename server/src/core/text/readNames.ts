/** Lists of people as they are written in one text. */

import { firstLast as inOrder, isParticle } from "./personName";

/** Maximum UTF-16 units of a text that is read as a list of names. */
const maxLength = 1000;

/**
 * @returns the possible readings of `A. Forti and B. Two`, each with at least one name; two for `Forti, A.`, which is one
 *   person or two
 */
export function readNames(text: string): readonly (readonly string[])[] {
  const words = text.slice(0, maxLength).replaceAll(/\s+/g, " ").trim().replace(/[,;]$/, "");
  const written = /^\([^()]*\)$/.test(words) ? words.slice(1, -1).trim() : words;
  const groups = splitOutsideBrackets(written, /;|\s[/+|•·]\s/y);
  if (groups.length > 1) return [groups.flatMap((group) => namesInGroup(group))];
  const persons = surnameFirstGroups(written);
  if (persons) return [persons];
  const names = namesInGroup(written);
  if (names.length > 1) return [names];
  return [...readCommas(written), ...readWords(written)].slice(0, 2);
}

/**
 * @returns the possible readings of an entry of a list as several persons: `A. Forti; B. Two`, `Forti, A., Two, B.`; a second
 *   reading of `Alessandra Forti, Bob Two`, which may be a surname of two words; none for a text that may be one person
 */
export function readSeveralNames(text: string): readonly (readonly string[])[] {
  if (text.length > maxLength) return [];
  const words = text.replaceAll(/\s+/g, " ").trim().replace(/[,;]$/, "");
  if (isSurnameFirst(words)) return [];
  const groups = splitOutsideBrackets(words, /;|\s?[/|•·]\s?|\s\+\s/y);
  if (groups.length > 1) {
    if (words.includes(";") && groups.every(isOneWord)) return [groups];
    const names = groups.map(personsIn);
    return names.every((group) => group.length > 0) ? [names.flat()] : [];
  }
  const names = personsIn(words);
  if (names.length > 1) return mayBeOnePerson(words) ? [names, [`${names[1]} ${names[0]}`]] : [names];
  const parts = splitOutsideBrackets(words, /,/y);
  const mayBePairs = parts.length >= 4 && parts.length % 2 === 0 && parts.every(isOneWord);
  return mayBePairs ? [inPairs(parts).map(firstLast), parts] : [];
}

/** The persons of `A. Forti, Two, B. and C. Three`, each with the first name first; empty if a part is no person. */
function personsIn(group: string): readonly string[] {
  if (isSurnameFirst(group)) return [inOrder(group)];
  const persons = surnameFirstGroups(group);
  if (persons) return persons;
  const parts = splitOutsideBrackets(group, commaOrConjunction);
  const names: string[] = [];
  for (let at = 0; at < parts.length; at++) {
    const [part = "", next = ""] = [parts[at], parts[at + 1]];
    if (isPersonName(part)) names.push(part);
    else if (isInitials(next) && isSurnameFirst(`${part}, ${next}`)) names.push(`${parts[++at]} ${part}`);
    else return [];
  }
  const inCapitals = names.filter((name) => /(?:^|\s)\p{Lu}{2,}(?:\s|$)/u.test(name));
  return inCapitals.length === 0 || inCapitals.length === names.length ? names : [];
}

/** The persons of `Forti, A. and Two, Bob`; undefined if they are not all written in this way. */
function surnameFirstGroups(text: string): readonly string[] | undefined {
  const groups = splitOutsideBrackets(text, conjunction);
  return groups.length > 1 && groups.every(isSurnameFirst) ? groups.map(inOrder) : undefined;
}

/** `Forti, Alessandra` */
function isSurnameFirst(text: string): boolean {
  return inOrder(text) !== text;
}

/** True for `García Márquez, Gabriel José`, which looks like two names. */
function mayBeOnePerson(text: string): boolean {
  const parts = text.split(",");
  return (
    parts.length === 2 &&
    parts.every((part) => /^[\p{L}\p{M}'’ -]+$/u.test(part)) &&
    splitOutsideBrackets(text, conjunction).length === 1
  );
}

/** A full name, but not `Rutherford Laboratory` or `Department of Physics`. */
function isPersonName(part: string): boolean {
  const name = part.replaceAll(".", ". ").replaceAll(/\s+/g, " ").trim();
  // bounded: 1000 characters (maxLength)
  const words = name.replace(/\s*(?:\([^()]*\)|\[[^[\]]*\]|<[^<>]*>)$/, "").split(" ");
  return (
    isFullName(name) &&
    words.every((word) => /^[\p{L}\p{M}.'’-]+$/u.test(word)) &&
    words.every((word) => startsWithCapital(word) || isParticle(word)) &&
    words.some((word) => /^\p{L}{2}/u.test(word)) &&
    !words.some((word) => groupWords.has(word.toLowerCase()))
  );
}

/** Words in the names of institutes and groups, and roles after a name. */
const groupWords: ReadonlySet<string> = new Set(
  (
    "academy agency center centre chair collaboration college computing council department dept experiment facility " +
    "group hochschule institut institute instituto istituto lab laboratory laboratoire laboratorio national observatory " +
    "operations school service services team universidad universidade universita università universitat universität " +
    "université universiteit university univ univ. working"
  ).split(" "),
);

function isOneWord(part: string): boolean {
  return /^\p{Lu}[\p{L}\p{M}'’-]+$/u.test(part) && !/^[A-Z]+$/.test(part);
}

const conjunction = /\s(?:and|und|et(?!\s+al\b)|y|with|mit|avec|plus|&)\s/y;
const commaOrConjunction = /,\s*and\s|\s(?:and|und|et(?!\s+al\b)|y|with|mit|avec|plus|&)\s|,/y;

/** The names of one person or several: `A. Forti and B. Two`, `Forti, A.` */
function namesInGroup(group: string): readonly string[] {
  const parts = splitOutsideBrackets(group, commaOrConjunction);
  if (parts.length === 1) return [group];
  if (parts.length === 2 && isLastFirst(parts)) return [firstLast(parts)];
  if (parts.every(isFullName)) return parts;
  // `Alice and Bob`; `Alice, Bob` may be `Last, First`
  const areNames =
    parts.every((part) => isName(part) && !isInitials(part)) && (parts.length > 2 || !group.includes(","));
  return areNames && parts.every((part) => !/\s[a-z]+$/.test(part)) ? parts : [group];
}

/** A text with commas that may be `Last, First`, one person each, or a person with an affiliation. */
function readCommas(text: string): readonly (readonly string[])[] {
  const parts = splitOutsideBrackets(text, /,/y);
  if (parts.length < 2) return [];
  const arePairs =
    parts.length % 2 === 0 && parts.every((part) => isName(part) && part.split(" ").length <= 2);
  const pairs = arePairs ? inPairs(parts).map(firstLast) : [text];
  const isAffiliation = parts.length === 2 && /^[A-Z][A-Z\d-]+$/.test(parts[1] ?? "");
  return [isAffiliation ? [`${parts[0]} (${parts[1]})`] : pairs, parts];
}

/** `Storage and Networking`: one group of people or two. */
function readWords(text: string): readonly (readonly string[])[] {
  const parts = splitOutsideBrackets(text, conjunction);
  return parts.length > 1 && !text.includes(",") ? [[text], parts] : [[text]];
}

function inPairs(parts: readonly string[]): readonly (readonly string[])[] {
  return parts.flatMap((part, at) => (at % 2 === 0 ? [[part, parts[at + 1] ?? ""]] : []));
}

function firstLast([last = "", first = ""]: readonly string[]): string {
  return `${first} ${last}`;
}

/** `Forti, A.`; `A. Forti, B.` has an initial before its comma. */
function isLastFirst([last = "", first = ""]: readonly string[]): boolean {
  return isInitials(first) && !/^\p{Lu}\.?\s/u.test(last);
}

function isInitials(part: string): boolean {
  return /^(?:\p{Lu}\.?[ -]?){1,3}$/u.test(part) && part.length <= 8;
}

/** Two words or more that begin with a capital letter: `A. Forti (CERN)`, `Ludwig van Beethoven`. */
function isFullName(part: string): boolean {
  // bounded: 1000 characters (maxLength)
  const words = part.replace(/\s*(?:\([^()]*\)|\[[^[\]]*\]|<[^<>]*>)$/, "").split(" ");
  return words.length >= 2 && words.length <= 5 && isName(part) && startsWithCapital(words.at(-1) ?? "");
}

function isName(part: string): boolean {
  return startsWithCapital(part) && !/\d/.test(part) && part.length <= 60;
}

function startsWithCapital(word: string): boolean {
  return /^[\p{Lu}\p{Lo}]/u.test(word);
}

/** @param separator sticky @returns the parts that are not blank */
function splitOutsideBrackets(text: string, separator: RegExp): readonly string[] {
  const parts: string[] = [];
  let [depth, start] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    depth += "([<".includes(text[at] ?? " ") ? 1 : ")]>".includes(text[at] ?? " ") ? -1 : 0;
    separator.lastIndex = at;
    const [matched] = (depth === 0 && separator.exec(text)) || [];
    if (matched === undefined) continue;
    parts.push(text.slice(start, at));
    start = at + matched.length;
    at = start - 1;
  }
  return [...parts, text.slice(start)].map((part) => part.trim()).filter((part) => part !== "");
}
