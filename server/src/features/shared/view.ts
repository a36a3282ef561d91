import type { Range as LspRange } from "vscode-languageserver-types";
import type { MeetingDocument } from "../../core/analysis/meetingDocument";
import type { Range } from "../../core/text/range";
import type { Positions } from "./positions";

/** A document with the mapping from its offsets to LSP positions, both of one version. */
export interface View {
  readonly uri: string;
  readonly document: MeetingDocument;
  /** the same text; lines and UTF-16 characters are 0-based */
  readonly positions: Positions;
  /** address of the page that explains the codes; undefined if there is no page */
  readonly rulesPage?: string;
}

/** Offsets of the file as an LSP range. */
export function toLspRange(view: View, range: Range): LspRange {
  return { start: view.positions.positionAt(range.start), end: view.positions.positionAt(range.end) };
}

/** An LSP range as offsets of the file. */
export function fromLspRange(view: View, range: LspRange): Range {
  return { start: view.positions.offsetAt(range.start), end: view.positions.offsetAt(range.end) };
}
