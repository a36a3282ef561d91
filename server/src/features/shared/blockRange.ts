import type { Range as LspRange, Position } from "vscode-languageserver-types";
import type { Block } from "../../core/document/block";
import { lineColumnIn } from "../../core/text/partIndex";
import type { Range } from "../../core/text/range";

/** The LSP range of a range in a block. @param line 0-based line at which the block starts */
export function blockRange(block: Block, range: Range, line: number): LspRange {
  return { start: positionIn(block, range.start, line), end: positionIn(block, range.end, line) };
}

function positionIn(block: Block, offset: number, line: number): Position {
  const lineColumn = lineColumnIn(block, offset);
  return { line: line + lineColumn.line, character: lineColumn.column };
}
