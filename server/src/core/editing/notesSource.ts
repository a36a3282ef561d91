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
  /** the lines of the value */
  readonly lines: readonly string[];
  /** the lines of a literal block in the text of the item's block, by their number in the value; undefined for other values */
  readonly sourceLines: readonly Range[] | undefined;
}

/**
 * The notes of an item, then those of its parts; without aliases.
 * @param text of the block
 */
export function notesSources(item: YAMLMap, text: string): readonly NotesSource[] {
  const parts = entriesOf(pairOf(item, "parts")?.value);
  return [item, ...parts].flatMap((map) => {
    const pair = pairOf(map, "notes");
    const notes = stringOf(pair?.value);
    const isText = pair?.value && notes !== undefined && pair.value;
    if (!isText) return [];
    const lines = notes.split("\n");
    const sourceLines = literalLines(text, isText, lines.length);
    return [{ map: map as YAMLMap, pair, notes, node: isText, lines, sourceLines }];
  });
}

function literalLines(text: string, node: Node, count: number): readonly Range[] | undefined {
  if (!isScalar(node) || node.type !== Scalar.BLOCK_LITERAL) return undefined;
  const lines: Range[] = [];
  let { end } = lineAt(text, rangeOf(node).start);
  while (lines.length < count) {
    const next = text.indexOf("\n", end);
    if (next < 0) break;
    const line = lineAt(text, next + 1);
    lines.push(line);
    end = line.end;
  }
  return lines;
}

/**
 * @param line 0-based, in the value
 * @returns the line in the block's text; undefined where lines of the value are not lines of the source
 */
export function sourceLine(text: string, source: NotesSource, line: number): Range | undefined {
  const { node, notes, sourceLines } = source;
  if (sourceLines || !isScalar(node)) return sourceLines?.[line];
  return isOneLine(text, node, notes) ? lineAt(text, rangeOf(node).start) : undefined;
}

function isOneLine(text: string, node: Node, notes: string): boolean {
  const { start, end } = rangeOf(node);
  return !notes.trimEnd().includes("\n") && end <= lineAt(text, start).end;
}
