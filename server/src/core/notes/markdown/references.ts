/** The names of Markdown's reference links and footnotes, `[text][name]` and `[^name]`, kept apart between texts that become one. */
import { uniqueOf } from "../../text/slug";
import { replaceSpans } from "./codeSpans";

/** The names of a text as Markdown compares them. */
interface Names {
  /** of links, where they change */
  readonly links: ReadonlyMap<string, string>;
  /** of all footnotes, `^` included */
  readonly footnotes: ReadonlyMap<string, string>;
}

type Normalise = (name: string) => string;

const isFootnote = /^\^\S+$/;

/**
 * @param defined the names of the reference links; a footnote of one word is among them
 * @param text the lines that are not code
 * @param taken counts the names of the texts before
 */
export function namesOf(
  defined: readonly string[],
  text: readonly string[],
  taken: Map<string, number>,
  normalise: Normalise,
): Names {
  const noted = text.flatMap((line) => /^[\s>*+\-\d.)]*\[(\^[^\s[\]]+)\]:/.exec(line)?.[1] ?? []);
  const footnotes = new Set([...noted.map(normalise), ...defined.filter((name) => isFootnote.test(name))]);
  const links = defined.filter((name) => !isFootnote.test(name));
  const unique = (name: string) => [name, uniqueOf(name, taken)] as const;
  return {
    links: new Map(links.map(unique).filter(([name, fresh]) => name !== fresh)),
    footnotes: new Map([...footnotes].map(unique)),
  };
}

/** Backticks, an escaped character; or brackets, with the colon or the empty brackets behind them. */
const brackets = (): RegExp => /`+|\\.|\[((?:[^[\]\\]|\\.)+)\](\[\]|:(?=\s|$))?/g;

/** @param line of text, not of code */
export function rename(line: string, names: Names, normalise: Normalise): string {
  if (names.links.size === 0 && !line.includes("[^")) return line;
  return replaceSpans(line, brackets(), ([found, name, behind = ""], at) => {
    if (name === undefined) return found;
    const next = line.slice(at + found.length);
    if (isFootnote.test(name)) return footnote(found, name, behind, next, names, normalise);
    const unique = names.links.get(normalise(name));
    if (unique === undefined || /^[([]/.test(next)) return found;
    const isName = line[at - 1] === "]" || behind === ":";
    return isName ? `[${unique}]${behind}` : `[${name}][${unique}]`;
  });
}

/** One that the text does not define reads as written, whatever footnote of this name another text has. */
function footnote(
  found: string,
  name: string,
  behind: string,
  next: string,
  { footnotes }: Names,
  normalise: Normalise,
): string {
  const unique = footnotes.get(normalise(name));
  if (unique !== undefined) return unique === normalise(name) ? found : `[${unique}]${behind}`;
  return /^(?:\(|\[(?!\^))/.test(next) || behind !== "" ? found : `\\${found}`;
}
