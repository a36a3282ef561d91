/**
 * Makes the names of Markdown reference links and footnotes, `[text][name]` and `[^name]`, unique across
 * texts that are joined.
 */

import { replaceWithCodeSpans } from "../../text/codeSpans";
import { uniqueId } from "../../text/slug";

/** The names of a text as Markdown compares them. */
interface ReferenceNames {
  /** the link names that change */
  readonly links: ReadonlyMap<string, string>;
  /** the names of all footnotes, including `^` */
  readonly footnotes: ReadonlyMap<string, string>;
}

type Normalise = (name: string) => string;

const isFootnote = /^\^\S+$/;

/**
 * @param defined the names of the reference links; a footnote of one word is among them
 * @param text the lines that are not code
 * @param usedNames counts the names of the texts before
 */
export function uniqueNames(
  defined: readonly string[],
  text: readonly string[],
  usedNames: Map<string, number>,
  normalise: Normalise,
): ReferenceNames {
  const footnoteNames = text.flatMap((line) => /^[\s>*+\-\d.)]*\[(\^[^\s[\]]+)\]:/.exec(line)?.[1] ?? []);
  const footnotes = new Set([
    ...footnoteNames.map(normalise),
    ...defined.filter((name) => isFootnote.test(name)),
  ]);
  const links = defined.filter((name) => !isFootnote.test(name));
  const withUniqueName = (name: string) => [name, uniqueId(name, usedNames)] as const;
  return {
    links: new Map(links.map(withUniqueName).filter(([name, uniqueName]) => name !== uniqueName)),
    footnotes: new Map([...footnotes].map(withUniqueName)),
  };
}

/** Backticks, an escaped character, or brackets with a following colon or empty brackets. */
const bracketPattern = (): RegExp => /`+|\\.|\[((?:[^[\]\\]|\\.)+)\](\[\]|:(?=\s|$))?/g;

/** @param line of text, not of code */
export function renameReferences(line: string, names: ReferenceNames, normalise: Normalise): string {
  if (names.links.size === 0 && !line.includes("[^")) return line;
  return replaceWithCodeSpans(line, bracketPattern(), ([found, name, suffix = ""], at) => {
    if (name === undefined) return found;
    const next = line.slice(at + found.length);
    if (isFootnote.test(name)) return renamedFootnote(found, name, suffix, next, names, normalise);
    const unique = names.links.get(normalise(name));
    if (unique === undefined || /^[([]/.test(next)) return found;
    const isName = line[at - 1] === "]" || suffix === ":";
    return isName ? `[${unique}]${suffix}` : `[${name}][${unique}]`;
  });
}

/** A footnote that the text does not define is escaped, even if another text defines this name. */
function renamedFootnote(
  found: string,
  name: string,
  suffix: string,
  next: string,
  { footnotes }: ReferenceNames,
  normalise: Normalise,
): string {
  const unique = footnotes.get(normalise(name));
  if (unique !== undefined) return unique === normalise(name) ? found : `[${unique}]${suffix}`;
  return /^(?:\(|\[(?!\^))/.test(next) || suffix !== "" ? found : `\\${found}`;
}
