import type { MeetingDocument } from "../document";
import { defaultSeverity, type Finding } from "../finding";
import { lastUpTo } from "../lines";
import type { Range } from "../range";
import type { Lines } from "./lines";
import type { Problem } from "./model";

/** The errors of a meeting, told part by part. */
export class Problems {
  /** by place */
  readonly #errors: readonly Finding[];
  readonly #starts: readonly number[];
  readonly #told = new Set<Finding>();
  readonly #lines: Lines;

  constructor(document: MeetingDocument, lines: Lines) {
    this.#errors = document
      .findings()
      .filter(({ code }) => defaultSeverity[code] === "error")
      .sort((left, right) => left.range.start - right.range.start);
    this.#starts = this.#errors.map(({ range }) => range.start);
    this.#lines = lines;
  }

  /** Those that start in a part of the file. */
  in({ start, end }: Range): readonly Problem[] {
    const found: Finding[] = [];
    let at = lastUpTo(this.#starts, start - 1);
    for (; at < this.#errors.length && (this.#starts[at] ?? end) < end; at++) {
      const error = this.#errors[at];
      if (error && error.range.start >= start) found.push(error);
    }
    for (const error of found) this.#told.add(error);
    return found.map((error) => this.#problem(error));
  }

  /** Those that stand in none of the parts told before. */
  rest(): readonly Problem[] {
    return this.#errors.filter((error) => !this.#told.has(error)).map((error) => this.#problem(error));
  }

  #problem({ message, range }: Finding): Problem {
    return { line: this.#lines.lineOf(range.start), message };
  }
}
