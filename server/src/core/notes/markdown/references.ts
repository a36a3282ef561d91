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
  /** the link names that the text defines */
  readonly own: ReadonlySet<string>;
  /** the link names that the texts of the page define */
  readonly page: ReadonlySet<string>;
}

type Normalise = (name: string) => string;

const isFootnote = /^\^\S+$/;

/**
 * @param linkNames `defined`: the names of the reference links; a footnote of one word is among them
 * @param text the lines that are not code
 * @param usedNames counts the names of the texts before
 */
export function uniqueNames(
  linkNames: { readonly defined: readonly string[]; readonly pageNames: ReadonlySet<string> },
  text: readonly string[],
  usedNames: Map<string, number>,
  normalise: Normalise,
): ReferenceNames {
  const { defined, pageNames } = linkNames;
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
    own: new Set(links),
    page: pageNames,
  };
}

/** Backticks, an escaped character, or brackets with a following colon or empty brackets. */
const bracketPattern = (): RegExp => /`+|\\.|\[((?:[^[\]\\]|\\.)+)\](\[\]|:(?=\s|$))?/g;

/** @param line of text, not of code */
export function renameReferences(line: string, names: ReferenceNames, normalise: Normalise): string {
  if (names.links.size === 0 && names.page.size === 0 && !line.includes("[^")) return line;
  return replaceWithCodeSpans(line, bracketPattern(), ([found, name, suffix = ""], at) => {
    if (name === undefined) return found;
    const next = line.slice(at + found.length);
    if (isFootnote.test(name)) return renamedFootnote(found, name, suffix, next, names, normalise);
    if (isOfOtherText(name, next, names, normalise)) return `\\${found}`;
    const unique = names.links.get(normalise(name));
    if (unique === undefined || /^[([]/.test(next)) return found;
    const isName = line[at - 1] === "]" || suffix === ":";
    return isName ? `[${unique}]${suffix}` : `[${name}][${unique}]`;
  });
}

/** True for `[name]` that only another text of the page makes a link; also with the number that makes its name unique there. */
function isOfOtherText(
  name: string,
  next: string,
  { own, page }: ReferenceNames,
  normalise: Normalise,
): boolean {
  const [, nextName] = /^\[((?:[^[\]\\]|\\.){1,1000})\]/.exec(next) ?? [];
  const isText = next.startsWith("(") || (nextName !== undefined && own.has(normalise(nextName)));
  if (isText || /^[ xX]$/.test(name)) return false;
  const normalised = normalise(name);
  return !own.has(normalised) && (page.has(normalised) || page.has(normalised.replace(/-\d{1,6}$/, "")));
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
