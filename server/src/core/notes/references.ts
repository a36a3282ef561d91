/** The names of Markdown's reference links, `[text][name]`, kept apart between texts that become one. */
import { uniqueOf } from "../slug";

type Renamed = ReadonlyMap<string, string>;

/** @param names as Markdown compares them; `taken` counts those of the texts before */
export function renamed(names: readonly string[], taken: Map<string, number>): Renamed {
  const pairs = names.map((name) => [name, uniqueOf(name, taken)] as const);
  return new Map(pairs.filter(([name, unique]) => name !== unique));
}

/** A code span, an escaped character; or brackets, with the colon or the empty brackets behind them. */
const brackets = /(`+)(?!`).*?(?<!`)\1(?!`)|\\.|\[((?:[^[\]\\]|\\.)+)\](\[\]|:(?=\s|$))?/g;

/** @param line of text, not of code */
export function rename(line: string, names: Renamed, normalised: (name: string) => string): string {
  if (names.size === 0) return line;
  return line.replaceAll(brackets, (found, _, name: string | undefined, behind = "", at: number) => {
    const unique = name === undefined ? undefined : names.get(normalised(name));
    const isText = /[([]/.test(line[at + found.length] ?? "");
    if (unique === undefined || isText) return found;
    const isName = line[at - 1] === "]" || behind === ":";
    return isName ? `[${unique}]${behind}` : `[${name}][${unique}]`;
  });
}
