import { describe, expect, it } from "vitest";
import { fixText } from "../../../server/src/core/fixes/fixAll";
import { expectFindings, expectFixes, inMeeting, items } from "../../support/findings";
import { knowledge, readMeeting } from "../../support/meeting";

describe("look-alike-character", () => {
  it("a long dash instead of a hyphen", () => {
    const meeting = items`
      \u2013 title: x
      ^ look-alike-character: An en dash (U+2013) is used for an entry; YAML needs a hyphen and a space.
        themes: none
    `;
    expectFindings(meeting);
    expectFixes(meeting, "look-alike-character", {
      "Write `- `": items`
        - title: x
          themes: none
      `,
    });
  });

  it("a byte order mark before a key inside the file", () => {
    const text = `${inMeeting("  - title: x\n    themes: none\n")}\uFEFFsurveys: []\n`;
    expect(readMeeting(text).findings()).toMatchObject([{ code: "look-alike-character" }]);
    expect(fixText(text, knowledge).text).toBe(text.replace("\uFEFF", ""));
  });

  it("is fixed automatically where spaces are replaced only", () => {
    const fixed = inMeeting("  - title: x\n    themes: none\n    url: https://x.y/\n");
    const text = fixed.replace("    themes", "\u00a0\u00a0\u00a0\u00a0themes").replace("y/", "y/\u00a0");
    expect(fixText(text, knowledge).text).toBe(fixed);
    const bullet = inMeeting("  \u2022 title: x\n    themes: none\n");
    expect(fixText(bullet, knowledge).text).toBe(bullet);
  });

  it("has one finding in items that follow each other, and two in items far from each other", () => {
    const item = (at: number) => `  - title: Talk ${at}\n    themes: none\n`;
    const agenda = Array.from({ length: 20 }, (_, at) => item(at));
    const found = (chosen: readonly number[]) =>
      readMeeting(
        inMeeting(
          agenda.map((text, at) => (chosen.includes(at) ? text.replace("-", "\u2022") : text)).join(""),
        ),
      )
        .findings()
        .map(({ code }) => code);
    expect(found([3, 4, 5, 8])).toEqual(["look-alike-character"]);
    expect(found([3, 18])).toEqual(["look-alike-character", "look-alike-character"]);
  });
});
