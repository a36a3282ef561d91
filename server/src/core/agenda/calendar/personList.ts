/** Persons in one line of a calendar: `Ann Smith (CERN), Bob Two`. */
import type { Person } from "../../document/persons";
import { isPlaceholder } from "../../text/placeholderWord";
import { singleLineLabel } from "../../text/singleLineLabel";
import { distinctPersons } from "../distinct";

/** Maximum UTF-16 units of a line that is read as persons. */
const maxLine = 20_000;

/** @param line as Indico and this program write it: affiliations in brackets, commas between persons */
export function readPersonList(line: string): readonly Person[] {
  const texts = partsOutsideBrackets(line.slice(0, maxLine));
  const names: string[] = [];
  // `Conan O'Brien, Jr.`
  for (const text of texts)
    if (/^(?:Jr|Sr|II|III|IV)\b\.?/.test(text) && names.length > 0) names.push(`${names.pop()}, ${text}`);
    else names.push(text);
  return distinctPersons(names.flatMap(personOf));
}

/** Splits at commas and semicolons; brackets within brackets are allowed. */
function partsOutsideBrackets(line: string): readonly string[] {
  const parts: string[] = [];
  let [depth, start] = [0, 0];
  for (let at = 0; at < line.length; at++) {
    const char = line[at];
    if (char === "(") depth++;
    else if (char === ")") depth = Math.max(0, depth - 1);
    else if ((char === "," || char === ";") && depth === 0) {
      parts.push(line.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, line.slice(start)].map(singleLineLabel).filter((part) => part !== "");
}

/** `Remi (Rem) Zaidan (Iowa (US))`: the affiliation is in the last brackets, with those in them. */
function personOf(text: string): readonly Person[] {
  const at = openingOfLast(text);
  const name = (at > 0 ? text.slice(0, at) : text).trim();
  const affiliation = at > 0 ? text.slice(at + 1, -1).trim() : "";
  if (name === "" || isPlaceholder(name)) return [];
  return [{ name, ...(affiliation !== "" && { affiliation }) }];
}

/** Where the bracket opens that closes at the end; -1 without one. */
function openingOfLast(text: string): number {
  if (!text.endsWith(")")) return -1;
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at--) {
    depth += text[at] === ")" ? 1 : text[at] === "(" ? -1 : 0;
    if (depth === 0) return at;
  }
  return -1;
}
