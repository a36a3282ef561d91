/** The source of values without what YAML reads as comments. */

import { isBlockScalar, type LineShape, lineShape } from "./lineShape";
import { closingQuoteFrom, commentStartFrom } from "./openMarks";

/**
 * @param source lines, which need not be valid YAML
 * @returns the lines without their comments, and without the lines that had nothing else; the text of a block and a text in
 *   quotes stay as they are
 */
export function withoutYamlComments(source: string): string {
  if (!source.includes("#")) return source;
  let blockColumn: number | undefined;
  let quote: string | undefined;
  return source
    .split("\n")
    .flatMap((line) => {
      const column = line.search(/\S|$/);
      if (blockColumn !== undefined && (column === line.length || column > blockColumn)) return line;
      blockColumn = undefined;
      if (quote !== undefined) {
        const close = closingQuoteFrom(line, 0, quote, line.length);
        if (close === undefined) return line;
        quote = undefined;
        return line.slice(0, commentStartFrom(line, close + 1, line.length)).trimEnd();
      }
      const shape = lineShape(line, { start: 0, end: line.length });
      if (isBlockScalar(line, shape)) blockColumn = ownerColumn(shape);
      quote = shape.open.quote?.char;
      const rest = line.slice(0, shape.commentStart);
      return rest.trim() === "" && rest !== line ? [] : rest === line ? line : rest.trimEnd();
    })
    .join("\n");
}

/** The column that the text of a block is to the right of. */
function ownerColumn({ key, dashes, indentEnd }: LineShape): number {
  return key?.start ?? dashes.at(-1) ?? indentEnd;
}
