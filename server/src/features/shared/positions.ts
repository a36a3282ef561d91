import type { Position, Range } from "vscode-languageserver-types";
import type { MeetingDocument } from "../../core/analysis/meetingDocument";

/** The places of one version of a file as LSP has them: lines and UTF-16 characters, 0-based. */
export class Positions {
  /** `null` where the client counts none */
  readonly version: number | null;
  readonly #document: MeetingDocument;

  constructor(version: number | null, document: MeetingDocument) {
    this.version = version;
    this.#document = document;
  }

  getText(range: Range): string {
    return this.#document.slice(this.offsetAt(range.start), this.offsetAt(range.end));
  }

  /** The position of an offset; at the start or the end of the file where it is beyond. */
  positionAt(offset: number): Position {
    const { line, column } = this.#document.lineColumnOf(offset);
    return { line, character: column };
  }

  /** The offset of a position; at the end of its line, or of the file, where it is beyond. Fractions are cut off. */
  offsetAt({ line, character }: Position): number {
    return this.#document.offsetOf({ line: Math.trunc(line), column: Math.trunc(character) });
  }
}
