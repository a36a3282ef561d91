import { singleLine } from "../core/text/displayText";

/** The file of a catalogue does not hold a valid one. The message is one line for people. */
export class InvalidCatalogue extends Error {
  /** why, as a clause about the file without a full stop */
  readonly reason: string;

  /**
   * @param file what to call the file in messages
   * @param line where in the file, 1-based
   */
  constructor(
    file: string,
    readonly line: number,
    reason: string,
  ) {
    super(singleLine(`${file}:${line} ${reason}.`));
    this.reason = singleLine(reason);
  }
}
