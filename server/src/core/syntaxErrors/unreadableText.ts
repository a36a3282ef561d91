/** Text that no YAML parser makes sense of, whatever stands in it. */
import type { Finding } from "../findings/finding";
import { lineEndOf } from "../text/range";

/** True for a file that is read as one, since it holds NUL characters, or ends its lines with a lone CR. */
export function isUnreadable(text: string): boolean {
  return text.includes("\0") || hasOldLineEnds(text);
}

/**
 * @param isFile true where the text is a whole file
 * @returns what is wrong with all of the text, at the first place that shows it
 */
export function unreadable(text: string, isFile: boolean): Finding | undefined {
  const zero = text.indexOf("\0");
  if (zero >= 0)
    return at(zero, "The file contains NUL characters: it is binary, or its encoding is not UTF-8.");
  if (isFile && hasOldLineEnds(text))
    return at(
      text.indexOf("\r"),
      "The lines end with a lone CR, as on old Macs: save the file with LF or CRLF.",
    );
  return loneReturn(text);
}

/** True for a CR that no LF follows. */
export function hasLoneReturn(text: string): boolean {
  return text.search(loneCr) >= 0;
}

/**
 * A CR without LF among other line ends: programs disagree about whether it ends a line, and what a comment or a text
 * ends with may be a key.
 */
function loneReturn(text: string): Finding | undefined {
  const first = text.search(loneCr);
  if (first < 0) return undefined;
  const lone = text.slice(first, text.lastIndexOf("\r") + 1);
  const edit = { start: first, end: first + lone.length, text: lone.replaceAll(loneCr, lineEndOf(text)) };
  return {
    ...at(
      first,
      "Carriage return without a line feed: programs disagree on whether it ends a line. End lines with LF or CRLF.",
    ),
    fixes: () => [
      { title: "Replace each lone carriage return with a line end", edits: [edit], preferred: true },
    ],
  };
}

const loneCr = /\r(?!\n)/g;

/** `meeting:\r  title: x\r`, which YAML parsers read as one line. */
function hasOldLineEnds(text: string): boolean {
  return !text.includes("\n") && text.includes("\r");
}

export function at(start: number, message: string): Finding {
  return { code: "yaml-syntax", range: { start, end: start + 1 }, message };
}
