import { expect, it } from "vitest";
import { closingQuote, withoutComment } from "../../../server/src/core/yaml/openMarks";

it.each([
  ['"a" b', 2],
  ['"a \\" b" c', 7],
  ['"a \\\\" b"', 5],
  ["'it''s' c", 6],
  ["'a \\' b'", 4],
  ['"it\'s"', 5],
  ['"a', undefined],
  ["'a''", undefined],
  ['"a\\', undefined],
])("finds where the quote of %s is closed", (text, end) => {
  expect(closingQuote(text, 0)).toBe(end);
  expect(closingQuote(`x ${text}`, 2)).toBe(end === undefined ? undefined : end + 2);
});

it("finds no quote beyond the end", () => {
  expect(closingQuote('"a" b', 0, 2)).toBeUndefined();
});

it.each([
  ["a # b", "a"],
  ["# b", ""],
  ["a#b # c", "a#b"],
  ["a \t", "a"],
])("reads %j without its comment", (line, text) => {
  expect(withoutComment(line)).toBe(text);
});
