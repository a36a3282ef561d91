/**
 * Fewer escapes in Markdown. The library escapes each `*`, `_`, `[` and `&` that may begin or end something elsewhere; these
 * rules do not escape them in `2 * 3`, `a _ b`, `[1]` and `?a=1&b=2`.
 */
import type { State } from "mdast-util-to-markdown";

type Pattern = State["unsafe"][number];

const reference = "(?:#|[A-Za-z][A-Za-z\\d]{0,30};)";

const patterns: readonly Pattern[] = [
  // `[text](address)`, `[text][label]` and `[label]: address`
  { character: "]", after: "[(:\\[]", inConstruct: "phrasing" },
  { character: "[", inConstruct: "label" },
  { character: "&", after: reference, inConstruct: ["phrasing", "destinationLiteral", "destinationRaw"] },
];

/** @param unsafe the patterns of a writer; they are replaced */
export function reduceEscapes(unsafe: Pattern[]): void {
  const others = unsafe.filter(({ character }) => character !== "[" && character !== "&");
  unsafe.splice(0, unsafe.length, ...others, ...patterns);
}

/** A `*` or `_` with spaces on both sides, within a line, begins and ends nothing. */
export function withPlainMarks(markdown: string): string {
  return markdown.replaceAll(/(?<=\S )\\([*_])(?= )/g, "$1");
}
