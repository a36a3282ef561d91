import type { MeetingDocument } from "../../analysis/meetingDocument";
import { type Code, defaultSeverity } from "../../findings/codes";
import { withoutSourceComments } from "../../text/comments";
import { lastIndexUpTo } from "../../text/lines";
import type { Range } from "../../text/range";
import { blankExtensionKeys } from "../../yaml/extensionKeys";
import type { LineLookup } from "./lineLookup";
import type { Problem } from "./notes";
import { quotedLines } from "./quotedLines";

interface ErrorAtOffset {
  readonly message: string;
  /** offset in the file */
  readonly start: number;
  /** index of its block */
  readonly block: number;
  /** the end of the error, if the notes cannot show the value otherwise */
  readonly valueEnd?: number;
}

/** Codes of errors in a value that cannot be read, so that the notes quote its text. */
const valueCodes: ReadonlySet<Code> = new Set(["wrong-type", "invalid-value"]);

/** Assigns the errors of a meeting to the parts of its notes. */
export class Problems {
  /** ordered by offset */
  readonly #errors: readonly ErrorAtOffset[];
  readonly #starts: readonly number[];
  readonly #reported = new Set<ErrorAtOffset>();
  readonly #lines: LineLookup;
  readonly #document: MeetingDocument;
  /** by the index of the block */
  readonly #visibleTexts = new Map<number, string>();

  constructor(document: MeetingDocument, lines: LineLookup) {
    this.#document = document;
    this.#errors = errorsOf(document).sort((left, right) => left.start - right.start);
    this.#starts = this.#errors.map(({ start }) => start);
    this.#lines = lines;
  }

  /** The errors that start in the range; they count as reported. */
  problemsIn({ start, end }: Range): readonly Problem[] {
    const errors: ErrorAtOffset[] = [];
    let at = lastIndexUpTo(this.#starts, start - 1);
    for (; at < this.#errors.length && (this.#starts[at] ?? end) < end; at++) {
      const error = this.#errors[at];
      if (error && error.start >= start) errors.push(error);
    }
    for (const error of errors) this.#reported.add(error);
    return errors.map((error) => this.#toProblem(error));
  }

  /** The text of a block with spaces instead of the keys that are ignored. */
  #visibleText(block: number): string {
    const text =
      this.#visibleTexts.get(block) ?? blankExtensionKeys(this.#document.blockList.blocks[block]?.text ?? "");
    this.#visibleTexts.set(block, text);
    return text;
  }

  /** The errors that no call of `problemsIn` has returned. */
  unreported(): readonly Problem[] {
    return this.#errors.filter((error) => !this.#reported.has(error)).map((error) => this.#toProblem(error));
  }

  #toProblem({ message, start, block, valueEnd }: ErrorAtOffset): Problem {
    const blockStart = this.#document.startOfBlock(block);
    const range = valueEnd && { start: start - blockStart, end: valueEnd - blockStart };
    const source = range ? quotedLines(this.#visibleText(block), range) : "";
    return {
      line: this.#lines.lineOf(start),
      message: withoutSourceComments(message),
      ...(source !== "" && { source }),
    };
  }
}

/** Only the message and offsets of each error, to save memory with many findings. */
function errorsOf(document: MeetingDocument): ErrorAtOffset[] {
  const findings = document.findingsByBlock();
  return findings.blockIndices.flatMap((index) => {
    const blockStart = document.startOfBlock(index);
    return findings
      .findingsIn(index)
      .filter(({ code }) => defaultSeverity[code] === "error")
      .map(({ code, message, range }) => ({
        message,
        start: blockStart + range.start,
        block: index,
        ...(valueCodes.has(code) && { valueEnd: blockStart + range.end }),
      }));
  });
}
