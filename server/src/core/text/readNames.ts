/** Lists of people as they are written in one text. */

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
  const lastFirst = splitOutsideBrackets(written, conjunction).map((group) =>
    splitOutsideBrackets(group, /,/y),
  );
  if (lastFirst.length > 1 && lastFirst.every((group) => group.length === 2 && isLastFirst(group)))
    return [lastFirst.map(firstLast)];
  const names = namesInGroup(written);
  if (names.length > 1) return [names];
  return [...readCommas(written), ...readWords(written)].slice(0, 2);
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
