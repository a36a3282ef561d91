/** `? notes: x`, where YAML reads all words after the `?` as a key, which the notes leave out. */
import { isMap, isScalar } from "yaml";
import type { Finding } from "../../findings/finding";
import { lineAt } from "../../text/range";
import { asNode, entriesOf, type Node, pairsOf, rangeOf, type YAMLMap } from "../../yaml/nodes";

/** @returns a finding for each key of a unit, or of an entry of its lists, that is a mapping or a list */
export function explicitKeys(unit: Node | null, text: string): readonly Finding[] {
  if (!isMap(unit) || !/(?:^|[\s-])\?[ \t]/.test(text)) return [];
  const entries = pairsOf(unit).flatMap(({ value }) => entriesOf(value));
  return [unit, ...entries].flatMap((map) => (isMap(map) ? findingsIn(map, text) : []));
}

function findingsIn(map: YAMLMap, text: string): readonly Finding[] {
  return map.items.flatMap(({ key }) => {
    const node = asNode(key);
    if (!node || isScalar(node)) return [];
    // a mapping without braces begins at its first key
    const [first] = pairsOf(node);
    const { start } = rangeOf(first?.key ?? node);
    const line = lineAt(text, start);
    const mark = text.lastIndexOf("?", start - 1);
    if (mark < line.start) return [];
    const edits = [{ start: mark, end: start, text: "" }];
    return [
      {
        code: "lost-text" as const,
        range: { start: mark, end: line.end },
        message: "The notes leave out a key that `?` starts: remove the `?`.",
        fixes: () => [{ title: "Remove the `?`", edits, preferred: true }],
      },
    ];
  });
}
