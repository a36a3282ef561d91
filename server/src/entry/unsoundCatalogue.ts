import { singleLine } from "../core/shownText";

/** What stands in a file is no catalogue: one line for the user. */
export class UnsoundCatalogue extends Error {
  /** @param line 1-based */
  constructor(
    message: string,
    readonly line: number,
  ) {
    super(singleLine(message));
  }
}
