import { describe, expect, it } from "vitest";
import { fileTooLarge, itemTooLong } from "../../../server/src/core/document/exceededLimits";
import { commandLineLimits, type Limits } from "../../../server/src/core/document/fileLimits";

const limits: Limits = {
  maxLength: 2 ** 20,
  maxBlocks: 1000,
  maxBlockLength: 2 ** 19,
  maxBlockSeparators: 5000,
  setting: "wlcgNotes.maxFileSize",
};

describe("a file or an item beyond the limits", () => {
  it.each([
    [
      "a long file",
      fileTooLarge("x".repeat(2 ** 21), limits),
      "File too large to analyse: 2.0 MB, limit 1.0 MB (`wlcgNotes.maxFileSize`).",
    ],
    [
      "a file of many items",
      fileTooLarge("x", limits),
      "Too many items to analyse: the limit is 1,000 (`wlcgNotes.maxFileSize`).",
    ],
    [
      "a long item",
      itemTooLong("x".repeat(2 ** 20), limits),
      "Too long to analyse as one item: 1.0 MB, limit 0.5 MB (scales with `wlcgNotes.maxFileSize`).",
    ],
    [
      "an item of many values",
      itemTooLong("x", limits),
      "Too complex to analyse as one item: the limit is 5,000 line ends, commas, colons and brackets (scales with `wlcgNotes.maxFileSize`).",
    ],
    [
      "an item of many values on the command line",
      itemTooLong("x", commandLineLimits),
      "Too complex to analyse as one item: the limit is 41,943 line ends, commas, colons and brackets.",
    ],
  ])("is one diagnostic: %s", (_, { code, message }, expected) => {
    expect([code, message]).toEqual(["too-complex", expected]);
  });
});
