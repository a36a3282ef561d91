import type { YAMLMap } from "yaml";
import type { Edit } from "../../text/range";
import { columnOf, pairEnd, pairStart } from "../../yaml/edits";
import { pairsOf, rangeOf } from "../../yaml/nodes";

/**
 * Makes a mapping the only entry of a list, or several entries if its first key repeats: inserts dashes, or brackets
 * around a flow mapping.
 */
export function wrappedMap(map: YAMLMap, text: string): readonly Edit[] | undefined {
  const pairs = pairsOf(map);
  const [first, last] = [pairs[0], pairs.at(-1)];
  if (!first || !last) return undefined;
  if (map.flow) {
    const { start, end } = rangeOf(map);
    return [{ start, end, text: `[${text.slice(start, end)}]` }];
  }
  const start = pairStart(text, first);
  const end = pairEnd(text, last);
  const column = columnOf(text, start);
  const starts = new Set(
    pairs.filter(({ name }) => name === first.name).map((pair) => pairStart(text, pair)),
  );
  let at = start;
  const lines = text
    .slice(start, end)
    .split("\n")
    .map((line, index) => {
      const content = index === 0 ? start : at + column;
      at += line.length + 1;
      if (line.trim() === "") return line;
      const dash = starts.has(content) ? "- " : "  ";
      return index === 0 ? dash + line : line.slice(0, column) + dash + line.slice(column);
    });
  return [{ start, end, text: lines.join("\n") }];
}
