import { expect, it } from "vitest";
import { joinedLines } from "../../../server/src/core/shorthand/joinedLines";

it.each([
  [["A. Forti to ask the sites", "  about their plans"], "A. Forti to ask the sites   about their plans"],
  [
    ["ask the sites", "Text is in https://e.org", "review by Mary"],
    "ask the sites; Text is in https://e.org review by Mary",
  ],
  [["ask the sites.", "Report later"], "ask the sites. Report later"],
  [["ask the sites in", "Geneva and", "Bern"], "ask the sites in Geneva and Bern"],
  [["ACTION:", "Ask the sites"], "ACTION: Ask the sites"],
  [[`${"word ".repeat(12)}of Grid`, "Canada"], `${"word ".repeat(12)}of Grid Canada`],
  [["ask (see the page)", "Done"], "ask (see the page); Done"],
  [["ask"], "ask"],
])("the lines %j are one text", (lines, expected) => expect(joinedLines(lines)).toBe(expected));
