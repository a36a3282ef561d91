import type { Position, Range } from "vscode-languageserver-types";
import type { MeetingDocument } from "../../core/analysis/meetingDocument";

/**
 * Converts between offsets and LSP positions of one version of a file: lines and UTF-16 characters, 0-based.
 */
export class Positions {
  /** `null` if the client sends no version */
  readonly version: number | null;
  readonly #document: MeetingDocument;

  constructor(version: number | null, document: MeetingDocument) {
    this.version = version;
    this.#document = document;
  }

  getText(range: Range): string {
    return this.#document.slice(this.offsetAt(range.start), this.offsetAt(range.end));
  }

  /** The position of an offset; an offset outside of the file is clamped. */
  positionAt(offset: number): Position {
    const { line, column } = this.#document.lineColumnOf(offset);
    return { line, character: column };
  }

  /** The offset of a position; clamped to its line and to the file. Fractions are truncated. */
  offsetAt({ line, character }: Position): number {
    return this.#document.offsetOf({ line: Math.trunc(line), column: Math.trunc(character) });
  }
}
