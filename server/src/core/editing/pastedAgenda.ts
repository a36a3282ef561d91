/** Decides whether a paste is an agenda, and where its entries belong. */
import type { Agenda, AgendaReading } from "../agenda/agenda";
import { validAgenda } from "../agenda/validAgenda";
import { entryLines, meetingText } from "../agenda/write/meetingText";
import type { BlockDocument } from "../document/blockDocument";
import { lineAt, type Range } from "../text/range";
import { isBlankOrComment, isKeyWithoutValue, type LineShape, lineShape } from "../yaml/lineShape";
import { blockScalarAt, indentOf, isBlank, lineAbove, lineBelow } from "./blockScalarAt";
import { emptyKeyAbove } from "./pastedEntries";

/** Where the text of an agenda replaces the range; offsets in the file. */
export type AgendaPlace =
  /** a file without content, which becomes a whole meeting */
  | { readonly kind: "file"; readonly range: Range }
  | {
      readonly kind: "entries";
      readonly range: Range;
      /** columns before the dash of each entry */
      readonly column: number;
      /** what comes before the first line, which has its indentation: a line end, or the key of the list */
      readonly lead: string;
    };

export interface PastedAgenda {
  readonly agenda: Agenda;
  readonly place: AgendaPlace;
}

/**
 * @param selection offsets in the file
 * @param read reads the clipboard; called only where an agenda may be inserted
 * @returns undefined if the clipboard is to be pasted as it is
 */
export function pastedAgenda(
  document: BlockDocument,
  selection: Range,
  read: () => AgendaReading,
): PastedAgenda | undefined {
  const place = agendaPlace(document, selection);
  const reading = place && read();
  if (!place || !reading || "problem" in reading || reading.agenda.entries.length === 0) return undefined;
  return { agenda: reading.agenda, place };
}

/** @returns the text for the place of the agenda; for a file it has the meeting head too */
export function pastedAgendaText(
  { agenda, place }: PastedAgenda,
  { date, lineEnd }: { readonly date: string; readonly lineEnd: string },
): string {
  if (place.kind === "file") return meetingText(agenda, { date }).replaceAll("\n", lineEnd);
  const opening = `${" ".repeat(place.column)}- `;
  const lines = validAgenda(agenda).entries.flatMap((entry) => entryLines(entry, opening));
  return place.lead + lines.join(lineEnd);
}

const newColumn = 2;

/** The place for an agenda at the cursor; undefined in notes, in a title, and everywhere but in the list of contributions. */
export function agendaPlace(document: BlockDocument, selection: Range): AgendaPlace | undefined {
  const { text, lineEnd } = document;
  if (isWithoutContent(text.slice(0, selection.start)) && isWithoutContent(text.slice(selection.end)))
    return { kind: "file", range: selection };
  if (selection.start !== selection.end) return undefined;
  const line = lineAt(text, selection.start);
  const owner = rootKeyAbove(text, line);
  if (owner?.key?.name === "contributions") return placeInList(document, selection.start, line, owner);
  return isBlank(text, line) && isNewRootLine(document, line)
    ? { kind: "entries", range: line, column: newColumn, lead: `contributions:${lineEnd}` }
    : undefined;
}

/** True for blank lines and comments. */
function isWithoutContent(text: string): boolean {
  return text.split(/\r\n|[\r\n]/).every((line) => /^\s*(?:#.*)?$/.test(line));
}

/** The nearest line above, or the line itself, that begins with a key of the root. */
function rootKeyAbove(text: string, from: Range): LineShape | undefined {
  for (let line: Range | undefined = from; line; line = lineAbove(text, line)) {
    if (isBlankOrComment(text, line) || indentOf(text, line) > 0 || text[line.start] === "-") continue;
    const shape = lineShape(text, line);
    return shape.key ? shape : undefined;
  }
  return undefined;
}

function placeInList(
  document: BlockDocument,
  cursor: number,
  line: Range,
  owner: LineShape,
): AgendaPlace | undefined {
  const { text, lineEnd } = document;
  const column = listColumn(text, owner);
  if (line.start === owner.start) {
    const isAtEnd =
      cursor >= owner.contentEnd &&
      isKeyWithoutValue(owner) &&
      isBlank(text, { start: owner.contentEnd, end: line.end });
    return isAtEnd
      ? {
          kind: "entries",
          range: { start: cursor, end: line.end },
          column: column ?? newColumn,
          lead: lineEnd,
        }
      : undefined;
  }
  const own = column ?? Math.max(cursor - line.start, newColumn);
  if (!isBlank(text, line) && !isBareDash(text, line, own)) return undefined;
  if (isInText(document, cursor, line) || !isBetweenEntries(text, line, own)) return undefined;
  return { kind: "entries", range: line, column: own, lead: "" };
}

/** The column of the first dash below the key of the list. */
function listColumn(text: string, owner: Range): number | undefined {
  for (let line = lineBelow(text, owner); line; line = lineBelow(text, line)) {
    if (isBlankOrComment(text, line)) continue;
    const indent = indentOf(text, line);
    return text[line.start + indent] === "-" ? indent : undefined;
  }
  return undefined;
}

function isBareDash(text: string, line: Range, column: number): boolean {
  return indentOf(text, line) === column && /^\s*-\s*$/.test(text.slice(line.start, line.end));
}

/** True in a text such as `notes: |`, and below a key that waits for its value. */
function isInText(document: BlockDocument, cursor: number, line: Range): boolean {
  const { start, block } = document.blockAt(cursor);
  const scalar = blockScalarAt(block.text, cursor - start);
  const column = cursor - line.start;
  if (scalar && (column > scalar.parent || cursor - start <= scalar.end)) return true;
  const own = { start: line.start - start, end: line.end - start };
  const key = own.start >= 0 ? emptyKeyAbove(block.text, own, Math.max(column, 1)) : undefined;
  return key !== undefined && key !== "contributions";
}

/** True if an entry of the list, the end of the list or the end of the file follows. */
function isBetweenEntries(text: string, from: Range, column: number): boolean {
  for (let line = lineBelow(text, from); line; line = lineBelow(text, line)) {
    if (isBlankOrComment(text, line)) continue;
    const indent = indentOf(text, line);
    return indent < column || (indent === column && (column === 0 || text[line.start + indent] === "-"));
  }
  return true;
}

/** True for a line at the end of a file that has no list of contributions yet. */
function isNewRootLine({ text }: BlockDocument, line: Range): boolean {
  return (
    isWithoutContent(text.slice(line.end)) && !/^contributions\s*:/m.test(text) && /^meeting\s*:/m.test(text)
  );
}
