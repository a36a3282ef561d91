/** Text that cannot be parsed as YAML because of its encoding, its line ends or its size. */
import type { Finding } from "../findings/finding";
import { lineEndOf } from "../text/range";

/**
 * True for a file that is not split into blocks: it contains NUL characters, or all its lines end with a lone
 * CR.
 */
export function hasInvalidEncoding(text: string): boolean {
  return text.includes("\0") || hasOnlyCrLineEnds(text);
}

/**
 * @param isFile true if the text is a whole file
 * @returns a finding about the encoding or line ends of the text, at the first place that shows it; undefined
 * if it is valid
 */
export function invalidEncoding(text: string, isFile: boolean): Finding | undefined {
  const nulOffset = text.indexOf("\0");
  if (nulOffset >= 0)
    return syntaxFinding(
      nulOffset,
      "The file contains NUL characters: it is binary, or its encoding is not UTF-8.",
    );
  if (isFile && hasOnlyCrLineEnds(text))
    return syntaxFinding(
      text.indexOf("\r"),
      "The lines end with a lone CR, as on old Macs: save the file with LF or CRLF.",
    );
  return loneCrFinding(text);
}

/** True for a CR that no LF follows. */
export function containsLoneCr(text: string): boolean {
  return text.search(loneCrPattern) >= 0;
}

/**
 * A CR without LF among other line ends: YAML parsers disagree about whether it ends a line, and the end of a
 * comment or text may become a key.
 */
function loneCrFinding(text: string): Finding | undefined {
  const first = text.search(loneCrPattern);
  if (first < 0) return undefined;
  const replacedText = text.slice(first, text.lastIndexOf("\r") + 1);
  const edit = {
    start: first,
    end: first + replacedText.length,
    text: replacedText.replaceAll(loneCrPattern, lineEndOf(text)),
  };
  return {
    ...syntaxFinding(
      first,
      "Carriage return without a line feed: programs disagree on whether it ends a line. End lines with LF or CRLF.",
    ),
    fixes: () => [
      { title: "Replace each lone carriage return with a line end", edits: [edit], preferred: true },
    ],
  };
}

const loneCrPattern = /\r(?!\n)/g;

/** `meeting:\r  title: x\r`, which YAML parsers read as one line. */
function hasOnlyCrLineEnds(text: string): boolean {
  return !text.includes("\n") && text.includes("\r");
}

export function syntaxFinding(start: number, message: string): Finding {
  return { code: "yaml-syntax", range: { start, end: start + 1 }, message };
}
