import { expect, it } from "vitest";
import { invalidEncoding } from "../../../server/src/core/syntaxErrors/invalidEncoding";

it.each([
  [
    "NUL characters",
    "title: a\0b\n",
    8,
    "The file contains NUL characters: it is binary, or its encoding is not UTF-8.",
  ],
  [
    "line ends of old Macs",
    "meeting:\r  title: a\r",
    8,
    "The lines end with a lone CR, as on old Macs: save the file with LF or CRLF.",
  ],
  [
    "a carriage return among other line ends",
    "title: a\rb\n",
    8,
    "Carriage return without a line feed: programs disagree on whether it ends a line. End lines with LF or CRLF.",
  ],
])("%s give one diagnostic", (_, text, start, message) => {
  expect(invalidEncoding(text, true)).toMatchObject({ code: "yaml-syntax", range: { start }, message });
});
