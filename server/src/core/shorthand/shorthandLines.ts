/** Joins the lines of an action or a decision that continues in further lines, and reads them. */
import { endsInBackslash, withoutBreak } from "../text/lines";
import { listedEntries } from "./actionLists";
import { joinedLines } from "./joinedLines";
import { labelOf } from "./label";
import { type ProseLine, proseLines } from "./proseLines";
import { listedActionOf, shorthandOf } from "./shorthand";
import type { Shorthand, ShorthandContext } from "./types";

/** The lines of an action or a decision, which are one sentence to their writer. */
export interface ShorthandLines {
  /** the line with the label, then those that continue it */
  readonly lines: readonly [ProseLine, ...ProseLine[]];
  /** what they say together */
  readonly shorthand: Shorthand;
}

/** Words that every such line has one of, or a box; a quick test, which most notes pass. */
const anyMark =
  /action|\bais?\b|\bap(?:\b|\d)|\ba[pi]?[- ]?\d|to-?\s?do|decisi|decid|resol|agree|t[aâ]che|fai?re|aktion|aufgabe|azion|d[eé]ci|beschl|entsch|vereinb|\[[ x]\]|\d{3}\.\d/i;

/** True if the text may have such a line: a test for callers that must prepare a context. */
export function mayHaveShorthand(text: string): boolean {
  return anyMark.test(text);
}

/** @param notes Markdown, with any line ends @returns in order */
export function shorthandLines(notes: string, context: ShorthandContext): readonly ShorthandLines[] {
  if (!mayHaveShorthand(notes)) return [];
  const prose = [...proseLines(notes)];
  const listed = listedEntries(prose);
  return prose.flatMap((first, at): readonly ShorthandLines[] => {
    const read = (line: string): Shorthand | undefined =>
      shorthandOf(line, context) ?? (listed.has(at) ? listedActionOf(line, context) : undefined);
    const alone = read(withoutBreak(first.text));
    if (!alone && !isOnlyLabel(first.text, context)) return [];
    const more = furtherLines(prose, at, context);
    const text = joinedLines([first, ...more].map((line) => withoutBreak(line.text)));
    const joined = more.length === 0 ? alone : read(text);
    if (alone && joined) return [{ lines: [first, ...more], shorthand: merged(alone, joined) }];
    // struck through in several lines
    if (!joined && text.includes("~~") && text.length <= maxLineLength) return [];
    const shorthand = alone ?? joined;
    return shorthand ? [{ lines: alone ? [first] : [first, ...more], shorthand }] : [];
  });
}

/** UTF-16 units of a label, and of a line that is searched for one. */
const [maxLabelLength, maxLineLength] = [200, 1000];

/** True for `ACTION:` without a text. */
function isOnlyLabel(line: string, context: ShorthandContext): boolean {
  if (line.length > maxLabelLength) return false;
  const label = labelOf(line, context);
  return label !== undefined && withoutBreak(label.text).trim() === "";
}

/** The text of all lines; who, when and which status as the first line says. */
function merged(alone: Shorthand, joined: Shorthand): Shorthand {
  if (alone.kind !== "action" || joined.kind !== "action") return joined;
  return {
    ...joined,
    ...alone,
    text: joined.text,
    owners: alone.owners.length > 0 ? alone.owners : joined.owners,
    status: alone.status === "open" ? joined.status : alone.status,
  };
}

/** The lines below that continue a line: those with a larger indentation, or after a backslash at the line's end. */
function furtherLines(
  prose: readonly ProseLine[],
  first: number,
  context: ShorthandContext,
): readonly ProseLine[] {
  const indent = indentOf(prose[first]);
  let end = first + 1;
  for (; end < prose.length; end++) {
    const [previous, next] = [prose[end - 1], prose[end]];
    if (!previous || !next?.isAdjacent) break;
    if (next.isJoined) continue;
    const isFurther = indentOf(next) > indent || endsInBackslash(previous.text);
    if (!isFurther || next.text.length > maxLineLength) break;
    if (blockStart.test(next.text) || labelOf(next.text, context)) break;
  }
  return prose.slice(first + 1, end);
}

const blockStart = /^\s*(?:[-+*\u2022\u2013]\s|\d{1,9}[.)]\s|#{1,6}\s|[>|]|`{3}|~{3})/;

function indentOf(line: ProseLine | undefined): number {
  return /^\s*/.exec(line?.text ?? "")?.[0].length ?? 0;
}
