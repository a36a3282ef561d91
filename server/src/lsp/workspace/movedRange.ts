import type { Position, Range } from "vscode-languageserver-types";
import type { Change } from "./typedAfter";

/** @returns where ranges are after a change of their file; undefined if the change replaces the whole text */
export function rangeMover({ range, text }: Change): ((range: Range) => Range) | undefined {
  if (!range) return undefined;
  const lines = text.split("\n");
  const { start, end } = range;
  const newEnd: Position = {
    line: start.line + lines.length - 1,
    character: (lines.length === 1 ? start.character : 0) + (lines.at(-1)?.length ?? 0),
  };
  /** A position within the replaced text moves to the end of the new one. */
  const moved = (position: Position): Position => {
    if (isBefore(position, start)) return position;
    if (isBefore(position, end)) return newEnd;
    const isOnLastLine = position.line === end.line;
    return {
      line: newEnd.line + position.line - end.line,
      character: isOnLastLine ? newEnd.character + position.character - end.character : position.character,
    };
  };
  return (one) => ({ start: moved(one.start), end: moved(one.end) });
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
