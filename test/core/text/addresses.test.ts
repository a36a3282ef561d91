import { expect, it } from "vitest";
import { withoutAddressBrackets } from "../../../server/src/core/text/addresses";

it.each([
  ["Read <https://e.org/a>.", "Read https://e.org/a."],
  ["(<https://e.org>)", "(https://e.org)"],
  ["a<https://e.org>b", "a https://e.org b"],
  ["<https://e.org/a><https://e.org/b>", "https://e.org/a https://e.org/b"],
  ["Write to <mailto:a@e.org>", "Write to a@e.org"],
  ["a < b > c <b> <https://e.org", "a < b > c <b> <https://e.org"],
])("the address in %j has no brackets", (text, expected) => {
  expect(withoutAddressBrackets(text)).toBe(expected);
});
