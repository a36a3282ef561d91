import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { meetingWithTexts, randomFrom, withLookAlikes, withoutLookAlikes } from "../../support/lookAlikes";
import { readMeeting } from "../../support/meeting";

describe("a meeting whose texts contain look-alike characters", () => {
  it("has no finding about them", () => {
    expect(readMeeting(meetingWithTexts).findings()).toEqual([]);
  });
});

describe("a meeting with look-alike characters in its structure", () => {
  it.each([1, 2, 3, 4, 5, 6])("has the same values after the preferred fixes (seed %i)", (seed) => {
    const text = withLookAlikes(meetingWithTexts, randomFrom(seed), seed / 10);
    expect(text).not.toBe(meetingWithTexts);
    const fixed = withoutLookAlikes(text, 10);
    expect(parse(fixed)).toEqual(parse(meetingWithTexts));
    expect(readMeeting(fixed).findings()).toEqual([]);
  });

  it("has one finding if a whole agenda is indented by no-break spaces", () => {
    const items = Array.from({ length: 50 }, (_, at) => `  - title: Talk ${at}\n    themes: none\n`).join("");
    const text = `meeting:\n  title: M\n  date: 2019-12-10\ncontributions:\n${items}`;
    const [finding, ...others] = readMeeting(
      text.replaceAll(/^ +/gm, (blanks) => "\u00a0".repeat(blanks.length)),
    ).findings();
    expect(finding?.code).toBe("look-alike-character");
    expect(others).toEqual([]);
  });
});
