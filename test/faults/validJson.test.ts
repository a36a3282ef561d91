/** Settings files that are incomplete or damaged. */
import { expect, it } from "vitest";
import { isValidJson } from "../../client/src/validJson";

const valid = `\uFEFF// "quotes" in a comment
{
  "a": "https://example.org // no comment", /* { */ "b": "\\"/*",
  "c": [1, 2, ],
}
`;

it.each([[""], ["  \n"], ["{}"], ["// all is commented out\n"], [valid]])("%j is whole", (text) => {
  expect(isValidJson(text)).toBe(true);
});

it.each([
  ['{"wlcgNotes.rules": {"untagged-item": "of'],
  ['{"wlcgNotes.rules": '],
  ['{"wlcgNotes.rules": {}'],
  ['{\n<<<<<<< HEAD\n"a": 1\n=======\n"a": 2\n>>>>>>> other\n}'],
  ["}"],
  ["{ /* no end }"],
])("%j is not", (text) => {
  expect(isValidJson(text)).toBe(false);
});
