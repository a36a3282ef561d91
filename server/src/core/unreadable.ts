/** Text that no YAML parser makes sense of, whatever stands in it. */
import type { Finding } from "./finding";

/** True where the text holds NUL characters, or ends its lines with a lone CR. */
export function isUnreadable(text: string): boolean {
  return text.includes("\0") || hasOldLineEnds(text);
}

/** @returns what is wrong with all of the text, at the first place that shows it */
export function unreadable(text: string): Finding | undefined {
  const zero = text.indexOf("\0");
  if (zero >= 0)
    return at(
      zero,
      "This file holds NUL characters: it is binary, or saved in an encoding other than UTF-8.",
    );
  if (hasOldLineEnds(text))
    return at(
      text.indexOf("\r"),
      "The lines of this file end with a lone CR, as on old Macs: save it with LF or CRLF.",
    );
  return undefined;
}

/** `meeting:\r  title: x\r`, which YAML parsers read as one line. */
function hasOldLineEnds(text: string): boolean {
  return !text.includes("\n") && text.includes("\r");
}

/** More than anybody writes, at its start: see `Knowledge.maxLength`. */
export function tooLong(text: string): Finding {
  const size = (text.length / 1024 / 1024).toFixed(1);
  const message = `This file is too large to be read here, ${size} MB: \`wlcgNotes.maxFileSize\` says how large one may be.`;
  return { ...at(0, message), code: "too-complex" };
}

function at(start: number, message: string): Finding {
  return { code: "yaml-syntax", range: { start, end: start + 1 }, message };
}
