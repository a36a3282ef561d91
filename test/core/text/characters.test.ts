import { describe, expect, it } from "vitest";
import {
  activeCharacters,
  controlsInLines,
  hiddenCharacters,
  labelSeparators,
  lineBreaks,
  lineBreaksAndTabs,
  nonXmlCharacters,
} from "../../../server/src/core/text/characters";

/** tab, line feed, escape, line separator, right-to-left override, zero-width space, word joiner, BOM, non-character */
const samples = ["\t", "\n", "\u001b", "\u2028", "\u202e", "\u200b", "\u2060", "\ufeff", "\uffff"];

describe("the sets of characters", () => {
  it.each([
    ["line breaks", lineBreaks, "\n\u2028"],
    ["line breaks and tabs", lineBreaksAndTabs, "\t\n\u2028"],
    ["active characters", activeCharacters, samples.join("")],
    ["controls in lines", controlsInLines, "\u001b"],
    ["characters that XML does not allow", nonXmlCharacters, "\u001b\uffff"],
    ["label separators", labelSeparators, "\t\n\u001b\u2028\u202e\uffff"],
    ["hidden characters", hiddenCharacters, "\u202e\u200b\u2060"],
  ])("%s", (_, pattern, expected) => {
    const matching = samples.filter((char) => char.replaceAll(pattern, "") === "");
    expect(matching.join("")).toBe(expected);
  });

  it("have no zero-width joiners, which emoji and some scripts need", () => {
    const joiners = "a\u200c\u200da";
    for (const pattern of [
      activeCharacters,
      controlsInLines,
      hiddenCharacters,
      labelSeparators,
      nonXmlCharacters,
    ])
      expect(joiners.replaceAll(pattern, "")).toBe(joiners);
  });
});
