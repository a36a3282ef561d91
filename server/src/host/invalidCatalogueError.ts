import { singleLine } from "../core/text/displayText";

/** A catalogue file is not valid. The message is one line for the user. */
export class InvalidCatalogueError extends Error {
  /** the problem, as a clause about the file without a full stop */
  readonly reason: string;

  /**
   * @param file the name of the file in messages
   * @param line of the problem, 1-based
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
