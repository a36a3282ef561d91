/**
 * The layout that the names of keys ask for: keys of an item in one column, entries below their key, items in the column of
 * the first one, root keys at the margin, texts below `notes: |`. It changes indentation, dashes and `|` only.
 */
import { unitLists } from "../schema/itemKinds";
import type { Edit } from "../text/range";
import { applyEdits } from "../text/range";
import { parseYaml } from "../yaml/parseYaml";
import type { LayoutChange } from "./layoutEdits";
import type { LayoutShape } from "./layoutMapping";
import { readLines } from "./layoutReader";

export interface Layout extends LayoutChange {
  readonly edits: readonly Edit[];
}

/** @returns the changes that give the lines of a block their place; undefined if there are none or a line has no place */
export function readLayout(text: string, shape: LayoutShape): Layout | undefined {
  if (!/^(?:item|key|whole)$/.test(shape.kind)) return undefined;
  const reading = readLines(text, shape);
  return reading?.first && { ...reading.first, edits: reading.edits };
}

/** True if all lines have their place once lines of a text are indented below `notes: |`. */
export function isMisplacedText(text: string, shape: LayoutShape): boolean {
  const layout = readLayout(text, shape);
  return layout?.isText === true && layoutParses(text, shape, layout.edits);
}

/** True if the block parses after the edits, as the value of its list. */
export function layoutParses(text: string, shape: LayoutShape, edits: readonly Edit[]): boolean {
  return parseYaml(inItsList(applyEdits(text, edits), shape)).errors.length === 0;
}

/** An item below the key of its list, so that root keys may follow it. */
export function inItsList(text: string, { kind, list = unitLists[0] }: LayoutShape): string {
  return kind === "item" ? `${list}:\n${text}` : text;
}
