import type { Range as LspRange, Position } from "vscode-languageserver-types";
import type { Block } from "../../core/document/block";
import { lineColumnIn } from "../../core/text/partIndex";
import type { Range } from "../../core/text/range";

/** A range of a block as LSP has it, where the block starts at a 0-based line. */
export function blockRange(block: Block, range: Range, line: number): LspRange {
  return { start: positionIn(block, range.start, line), end: positionIn(block, range.end, line) };
}

function positionIn(block: Block, offset: number, line: number): Position {
  const lineColumn = lineColumnIn(block, offset);
  return { line: line + lineColumn.line, character: lineColumn.column };
}
