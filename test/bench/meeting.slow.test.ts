import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { readMeeting } from "../support/meeting";
import { type Meeting, meetingOf, type Place } from "./editing/meeting";

const codesOf = ({ text }: Meeting): string[] =>
  readMeeting(text)
    .findings()
    .map(({ code }) => code);

/** The line of a place, with `<|>` where the place is. */
function marked({ text }: Meeting, { line, character }: Place): string {
  const words = text.split("\n")[line] ?? "";
  return `${words.slice(0, character)}<|>${words.slice(character)}`.trim();
}

describe("a meeting made up for the benchmark", () => {
  it.each([20, 200, 600])("of %i contributions has the findings it says, and no others", (size) => {
    const meeting = meetingOf(size);
    const codes = codesOf(meeting);
    expect(codes).toHaveLength(meeting.findings.ours);
    const structural = codes.filter((code) => code === "wrong-type" || code === "invalid-value");
    expect(structural).toHaveLength(meeting.findings.schema);
    expect(new Set(codes)).toEqual(
      new Set(["untagged-item", "unknown-theme", "wrong-type", "invalid-value"]),
    );
  });

  it("is the same each time, has its size, and some 18 lines a contribution", () => {
    const { text } = meetingOf(200);
    expect(meetingOf(200).text).toBe(text);
    const { contributions } = parseDocument(text).toJS() as { contributions: unknown[] };
    expect(contributions).toHaveLength(200);
    expect(text.split("\n").length / 200).toBeCloseTo(18, 0);
  });

  it("has its places in the contribution in the middle", () => {
    const meeting = meetingOf(20);
    const { places } = meeting;
    expect(marked(meeting, places.title)).toMatch(/^- title: .*, part 11<\|>$/);
    expect(marked(meeting, places.notes)).toMatch(/^The speaker showed .*\.<\|>$/);
    expect(marked(meeting, places.theme)).toMatch(/^themes: \[[\w/-]+, s<\|>\]$/);
    expect(marked(meeting, places.status)).toBe("status: ope<|>");
    expect(marked(meeting, places.key)).toMatch(/^co<\|>mmunity: /);
    expect(marked(meeting, places.lineEnd)).toMatch(/^- next: .*<\|>$/);
  });
});
