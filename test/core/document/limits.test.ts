import { describe, expect, it } from "vitest";
import { commandLineLimits, type Limits, tooLarge, tooLong } from "../../../server/src/core/document/limits";

const limits: Limits = {
  length: 2 ** 20,
  blocks: 1000,
  blockLength: 2 ** 19,
  blockMarks: 5000,
  setting: "wlcgNotes.maxFileSize",
};

describe("a file or an item beyond the limits", () => {
  it.each([
    [
      "a long file",
      tooLarge("x".repeat(2 ** 21), limits),
      "File too large to analyse: 2.0 MB, limit 1.0 MB (`wlcgNotes.maxFileSize`).",
    ],
    [
      "a file of many items",
      tooLarge("x", limits),
      "Too many items to analyse: the limit is 1,000 (`wlcgNotes.maxFileSize`).",
    ],
    [
      "a long item",
      tooLong("x".repeat(2 ** 20), limits),
      "Too long to analyse as one item: 1.0 MB, limit 0.5 MB (scales with `wlcgNotes.maxFileSize`).",
    ],
    [
      "an item of many values",
      tooLong("x", limits),
      "Too complex to analyse as one item: the limit is 5,000 line ends, commas, colons and brackets (scales with `wlcgNotes.maxFileSize`).",
    ],
    [
      "an item of many values on the command line",
      tooLong("x", commandLineLimits),
      "Too complex to analyse as one item: the limit is 41,943 line ends, commas, colons and brackets.",
    ],
  ])("is one diagnostic: %s", (_, { code, message }, expected) => {
    expect([code, message]).toEqual(["too-complex", expected]);
  });
});
