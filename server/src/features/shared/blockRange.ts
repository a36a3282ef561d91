import type { Range as LspRange, Position } from "vscode-languageserver-types";
import type { KeptBlock } from "../../core/document/block";
import { placeIn } from "../../core/text/partIndex";
import type { Range } from "../../core/text/range";

/** A range of a block as LSP has it, where the block starts at a 0-based line. */
export function blockRange(block: KeptBlock, range: Range, line: number): LspRange {
  return { start: positionIn(block, range.start, line), end: positionIn(block, range.end, line) };
}

function positionIn(block: KeptBlock, offset: number, line: number): Position {
  const place = placeIn(block, offset);
  return { line: line + place.line, character: place.column };
}
