import { describe, expect, it } from "vitest";
import { meetingFileName, meetingHeadOf, newMeeting } from "../../../server/src/core/editing/newMeeting";
import { readMeeting } from "../../support/meeting";

const date = "2026-11-30";

const headOf = (lines: string) => meetingHeadOf(readMeeting(`meeting:\n${lines}contributions: []\n`));

describe("a new meeting", () => {
  it("has a template if there is no meeting before it", () => {
    const { name, text, snippet } = newMeeting(undefined, date);
    expect(name).toBe("2026-11-30-kubernetes-meeting.contributions.yaml");
    expect(text).toBe(
      "meeting:\n  title: Kubernetes meeting\n  date: 2026-11-30\n  chairs: []\n  timezone: Europe/Zurich\n" +
        "contributions:\n  - title: Welcome\n    themes: none\n",
    );
    expect(snippet).toContain(
      "  title: ${1:Kubernetes meeting}\n  date: ${2:2026-11-30}\n  chairs: [${3:}]\n",
    );
  });

  it("begins with chairs, place, time zone and series of the last one", () => {
    const last = headOf(
      "  title: Kubernetes pre-GDB\n  date: 2026-10-13\n  series: pre-GDB\n  chairs: [A. Forti, {name: B. B, affiliation: CERN}]\n  place: 'CERN: 31/3'\n  timezone: Europe/London\n",
    );
    const { text } = newMeeting(last, date);
    expect(text).toContain(
      '  title: Kubernetes pre-GDB\n  date: 2026-11-30\n  series: pre-GDB\n  chairs: [A. Forti, {name: B. B, affiliation: CERN}]\n  place: "CERN: 31/3"\n  timezone: Europe/London\n',
    );
    expect(meetingHeadOf(readMeeting(text))).toEqual({ ...last, date });
  });

  it("takes its title from the series where the last title names one meeting", () => {
    const last = headOf("  title: GDB 12/2026\n  series: GDB\n");
    expect(newMeeting(last, date).name).toBe("2026-11-30-gdb.contributions.yaml");
    expect(newMeeting(headOf("  title: GDB 12/2026\n"), date).text).toContain("title: Kubernetes meeting\n");
  });

  it("is a valid file whatever the last one says", () => {
    const last = headOf(
      "  title: 'a: $b} \\ #c'\n  date: yesterday\n  place: '*x'\n  series: '- y'\n  chairs: ['{x', '$1']\n",
    );
    const { text, snippet } = newMeeting(last, date);
    expect(meetingHeadOf(readMeeting(text))).toMatchObject({
      title: "a: $b} \\ #c",
      place: "*x",
      series: "- y",
      chairs: [{ name: "{x" }, { name: "$1" }],
    });
    expect(snippet).toContain("\\$b\\} \\\\ #c");
  });
});

describe("the name of a meeting's file", () => {
  it.each([
    ["Tokens & AAI", date, "2026-11-30-tokens-aai.contributions.yaml"],
    ["", date, "2026-11-30.contributions.yaml"],
    ["GDB", undefined, "gdb.contributions.yaml"],
    ["!?", undefined, "meeting.contributions.yaml"],
    [`${"a".repeat(39)} b`, date, `2026-11-30-${"a".repeat(39)}.contributions.yaml`],
    ["../../etc: passwd", date, "2026-11-30-etc-passwd.contributions.yaml"],
  ])("of “%s” on %s is %s", (title, day, name) => expect(meetingFileName(title, day)).toBe(name));
});
