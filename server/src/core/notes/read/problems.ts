import type { MeetingDocument } from "../../analysis/meetingDocument";
import { defaultSeverity } from "../../findings/codes";
import { lastUpTo } from "../../text/lines";
import type { Range } from "../../text/range";
import type { Lines } from "./linesOf";
import type { Problem } from "./model";

interface Told {
  readonly message: string;
  /** offset in the file */
  readonly start: number;
}

/** The errors of a meeting, told part by part. */
export class Problems {
  /** by place */
  readonly #errors: readonly Told[];
  readonly #starts: readonly number[];
  readonly #told = new Set<Told>();
  readonly #lines: Lines;

  constructor(document: MeetingDocument, lines: Lines) {
    this.#errors = errorsOf(document).sort((left, right) => left.start - right.start);
    this.#starts = this.#errors.map(({ start }) => start);
    this.#lines = lines;
  }

  /** Those that start in a part of the file. */
  in({ start, end }: Range): readonly Problem[] {
    const found: Told[] = [];
    let at = lastUpTo(this.#starts, start - 1);
    for (; at < this.#errors.length && (this.#starts[at] ?? end) < end; at++) {
      const error = this.#errors[at];
      if (error && error.start >= start) found.push(error);
    }
    for (const error of found) this.#told.add(error);
    return found.map((error) => this.#problem(error));
  }

  /** Those that stand in none of the parts told before. */
  rest(): readonly Problem[] {
    return this.#errors.filter((error) => !this.#told.has(error)).map((error) => this.#problem(error));
  }

  #problem({ message, start }: Told): Problem {
    return { line: this.#lines.lineOf(start), message };
  }
}

/** Of a hundred thousand findings the little that is told. */
function errorsOf(document: MeetingDocument): Told[] {
  const found = document.found();
  return found.indices.flatMap((index) => {
    const from = document.startOf(index);
    return found
      .findingsIn(index)
      .filter(({ code }) => defaultSeverity[code] === "error")
      .map(({ message, range }) => ({ message, start: from + range.start }));
  });
}
