import type { Range } from "vscode-languageserver-types";
import type { MeetingDocument } from "../../core/analysis/meetingDocument";
import type { Finding } from "../../core/findings/finding";
import { itemPlaceAt } from "../../features/diagnostics/itemPlace";
import {
  findingsToShow,
  incompleteIn,
  type TypedLine,
  type TypedPart,
} from "../../features/diagnostics/typedLine";
import type { View } from "../../features/shared/view";

/** A content change in LSP: new text for a range of a file, or for all of it. */
export interface Change {
  /** undefined or null: the text replaces the whole file */
  readonly range?: Range | null;
  readonly text: string;
}

/** UTF-16 units of text from which on a change does not count as typed. */
const maxTypedLength = 200;

/**
 * A small change counts as typed, and so do several on one line.
 * @param before the view that the changes were made in, and what was typed in it
 * @param after the document with the changes
 */
export function typedAfter(
  changes: readonly Change[],
  before: { readonly view: View; readonly typed?: TypedPart | undefined },
  after: MeetingDocument,
): TypedPart | undefined {
  const change = typedChange(changes);
  if (!change) return undefined;
  const newLines = change.text.split("\n").length - 1;
  const line = change.range.start.line + newLines;
  return { line: typedLine(change, line, before), item: typedItem(line, before, after) };
}

interface TypedChange {
  readonly range: Range;
  readonly text: string;
}

function typedChange(changes: readonly Change[]): TypedChange | undefined {
  const [first, ...others] = changes;
  if (!first?.range || first.text.length > maxTypedLength) return undefined;
  const { line } = first.range.start;
  const isOnLine = ({ range, text }: Change): boolean =>
    range?.start.line === line && range.end.line === line && !text.includes("\n");
  if (others.length > 0 && !changes.every(isOnLine)) return undefined;
  return { range: first.range, text: first.text };
}

interface Before {
  readonly view: View;
  readonly typed?: TypedPart | undefined;
}

/** The typed line with the findings that were shown on it before. */
function typedLine({ range, text }: TypedChange, line: number, { view, typed }: Before): TypedLine {
  const endsLine = text.includes("\n");
  if (!endsLine && range.start.line === range.end.line && typed?.line?.line === line) return typed.line;
  return { line, shownBefore: findingsShownAround(range, endsLine, view, typed) };
}

/** The item at a line of the new document, with the findings about missing parts that were shown in it before. */
function typedItem(line: number, { view, typed }: Before, after: MeetingDocument): TypedLine | undefined {
  const place = itemPlaceAt(after, line);
  if (!place) return undefined;
  const { firstLine } = place;
  const previous = typed?.item;
  if (previous && itemPlaceAt(view.document, previous.line)?.firstLine === firstLine)
    return { ...previous, line };
  const placeBefore = itemPlaceAt(view.document, firstLine);
  if (placeBefore?.firstLine !== firstLine) return { line, shownBefore: [] };
  const shown = findingsToShow(view, typed).findingsIn(placeBefore.blockIndex);
  return { line, shownBefore: incompleteIn(placeBefore, shown) };
}

/**
 * The findings shown on the lines of a change; for a line break only those after it, which move to the next
 * line.
 */
function findingsShownAround(
  change: Range,
  endsLine: boolean,
  view: View,
  typed: TypedPart | undefined,
): readonly Finding[] {
  const { document, positions } = view;
  const startOffset = positions.offsetAt(endsLine ? change.end : { line: change.start.line, character: 0 });
  const endOffset = positions.offsetAt({ line: change.end.line + 1, character: 0 });
  const allShown = findingsToShow(view, typed);
  const findings: Finding[] = [];
  for (let index = document.blockIndexAt(startOffset); index <= document.blockIndexAt(endOffset); index++) {
    const start = document.startOfBlock(index);
    findings.push(
      ...allShown
        .findingsIn(index)
        .filter(({ range }) => start + range.start < endOffset && startOffset < start + range.end),
    );
  }
  return findings;
}
