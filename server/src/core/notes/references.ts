/** The names of Markdown's reference links, `[text][name]`, kept apart between texts that become one. */
import { uniqueOf } from "../slug";
import { replaceSpans } from "./codeSpans";

type Renamed = ReadonlyMap<string, string>;

/** @param names as Markdown compares them; `taken` counts those of the texts before */
export function renamed(names: readonly string[], taken: Map<string, number>): Renamed {
  const pairs = names.map((name) => [name, uniqueOf(name, taken)] as const);
  return new Map(pairs.filter(([name, unique]) => name !== unique));
}

/** Backticks, an escaped character; or brackets, with the colon or the empty brackets behind them. */
const brackets = (): RegExp => /`+|\\.|\[((?:[^[\]\\]|\\.)+)\](\[\]|:(?=\s|$))?/g;

/** @param line of text, not of code */
export function rename(line: string, names: Renamed, normalised: (name: string) => string): string {
  if (names.size === 0) return line;
  return replaceSpans(line, brackets(), ([found, name, behind = ""], at) => {
    const unique = name === undefined ? undefined : names.get(normalised(name));
    const isText = /[([]/.test(line[at + found.length] ?? "");
    if (unique === undefined || isText) return found;
    const isName = line[at - 1] === "]" || behind === ":";
    return isName ? `[${unique}]${behind}` : `[${name}][${unique}]`;
  });
}
