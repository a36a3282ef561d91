import { blanksStart, lineShape, skipBlanks } from "../yaml/lineShape";

/** A key of one word, like all keys of the format; longer text before a colon may be part of a text. */
const word = /^[A-Za-z_][\w-]*$/;

/** `title:   x` becomes `title: x`, also after dashes. */
export function tidyColon(line: string): string {
  if (!/:[ \t]{2}/.test(line)) return line;
  const { key, end } = shapeOf(line);
  if (!key || !word.test(key.name)) return line;
  const colonEnd = key.colon + 1;
  const value = skipBlanks(line, colonEnd, end);
  return value > colonEnd + 1 && value < end ? `${line.slice(0, colonEnd)} ${line.slice(value)}` : line;
}

/** A flow list of plain words. */
const plainList = /^\[([^[\]{}"'#]*)\]$/;

/**
 * Normalizes the spaces of a flow list: `[ a ,b ]` becomes `[a, b]`. Lists with quotes or missing entries,
 * and all other lines, are returned unchanged.
 */
export function formatFlowList(line: string): string {
  if (!line.includes("[")) return line;
  const { valueStart, contentEnd } = shapeOf(line);
  const [, content] = plainList.exec(line.slice(valueStart, contentEnd)) ?? [];
  if (content === undefined) return line;
  const entries = content.split(",").map(trimBlanks);
  if (entries.length > 1 && entries.includes("")) return line;
  return `${line.slice(0, valueStart)}[${entries.join(", ")}]${line.slice(contentEnd)}`;
}

function shapeOf(line: string): ReturnType<typeof lineShape> {
  return lineShape(line, { start: 0, end: line.length });
}

/** An entry without the spaces and tabs around it. */
function trimBlanks(entry: string): string {
  const end = blanksStart(entry, 0, entry.length);
  return entry.slice(skipBlanks(entry, 0, end), end);
}
