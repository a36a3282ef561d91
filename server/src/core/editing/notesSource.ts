/** The lines of notes in the source of an item. */
import { isScalar, Scalar } from "yaml";
import { lineAt, type Range } from "../text/range";
import {
  entriesOf,
  type KeyedValue,
  type Node,
  pairOf,
  rangeOf,
  stringOf,
  type YAMLMap,
} from "../yaml/nodes";

/** The notes of an item or of one of its parts. */
export interface NotesSource {
  /** the mapping that has the key */
  readonly map: YAMLMap;
  readonly pair: KeyedValue;
  /** the value */
  readonly notes: string;
  readonly node: Node;
}

/** The notes of an item, then those of its parts; without aliases. */
export function notesSources(item: YAMLMap): readonly NotesSource[] {
  const parts = entriesOf(pairOf(item, "parts")?.value);
  return [item, ...parts].flatMap((map) => {
    const pair = pairOf(map, "notes");
    const notes = stringOf(pair?.value);
    const isText = pair?.value && notes !== undefined && pair.value;
    return isText ? [{ map: map as YAMLMap, pair, notes, node: isText }] : [];
  });
}

/**
 * @param line 0-based, in the value
 * @returns the line in the block's text; undefined where lines of the value are not lines of the source
 */
export function sourceLine(text: string, { node, notes }: NotesSource, line: number): Range | undefined {
  const { start } = rangeOf(node);
  if (!isScalar(node)) return undefined;
  if (node.type !== Scalar.BLOCK_LITERAL)
    return isOneLine(text, node, notes) ? lineAt(text, start) : undefined;
  let range: Range = lineAt(text, start);
  for (let below = 0; below <= line; below++) {
    const next = text.indexOf("\n", range.end);
    if (next < 0) return undefined;
    range = lineAt(text, next + 1);
  }
  return range;
}

function isOneLine(text: string, node: Node, notes: string): boolean {
  const { start, end } = rangeOf(node);
  return !notes.trimEnd().includes("\n") && end <= lineAt(text, start).end;
}
