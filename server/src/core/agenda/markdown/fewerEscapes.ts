/**
 * Patterns of characters that need an escape in Markdown. The library escapes each `*`, `_`, `[` and `&`, wherever it is;
 * these patterns leave them alone where they cannot begin or end anything: `2 * 3`, `a _ b`, `[1]`, `?a=1&b=2`.
 */
import type { State } from "mdast-util-to-markdown";

type Pattern = State["unsafe"][number];

const reference = "(?:#|[A-Za-z][A-Za-z\\d]{0,30};)";

const patterns: readonly Pattern[] = [
  // emphasis begins before a character that is no space, and ends after one
  { character: "*", after: "\\S", inConstruct: "phrasing" },
  { character: "*", before: "\\S", inConstruct: ["emphasis", "strong"] },
  { character: "_", after: "\\S", inConstruct: "phrasing" },
  // a list or a line
  { atBreak: true, character: "*", after: "(?:[ \\t\\r\\n*]|$)" },
  { atBreak: true, character: "_", after: "[ \\t_]" },
  // `[text](address)`, `[text][label]` and `[label]: address`
  { character: "]", after: "[(:\\[]", inConstruct: "phrasing" },
  { character: "[", inConstruct: "label" },
  { character: "&", after: reference, inConstruct: ["phrasing", "destinationLiteral", "destinationRaw"] },
  // struck text
  { character: "~", after: "~", inConstruct: "phrasing" },
];

/** @param unsafe the patterns of a writer; they are replaced */
export function reduceEscapes(unsafe: Pattern[]): void {
  const others = unsafe.filter(({ character }) => !/[*_[&]/.test(character));
  unsafe.splice(0, unsafe.length, ...others, ...patterns);
}
