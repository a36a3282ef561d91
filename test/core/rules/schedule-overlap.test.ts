import { describe, it } from "vitest";
import { expectFindings, expectFixes, inMeeting, items } from "../../support/findings";

describe("schedule-overlap", () => {
  it("a contribution that starts before the previous one ends", () => {
    const meeting = items`
      - {title: A, themes: none, start: "09:00", duration: 30}
                                        ^^^^^^^ note: It starts at 09:00.
      - {title: B, themes: none, start: "09:20", duration: 10}
                                        ^^^^^^^ schedule-overlap: Overlaps “A”, which ends at 09:30.
    `;
    expectFindings(meeting);
    const a = '  - {title: A, themes: none, start: "09:00", duration: 30}';
    const b = '  - {title: B, themes: none, start: "09:20", duration: 10}';
    expectFixes(meeting, "schedule-overlap", {
      "Start at 09:30, when “A” ends": inMeeting(`${a}\n${b.replace("09:20", "09:30")}\n`),
      "Shorten “A” to 20 minutes": inMeeting(`${a.replace("30}", "20}")}\n${b}\n`),
    });
  });

  it("ends the earlier one where a later start would overlap the next", () => {
    const talk = (start: string, duration: number): string =>
      `  - title: Talk at ${start}\n    themes: none\n    start: ${start}\n    duration: ${duration}\n`;
    const after = talk("09:20", 20) + talk("09:40", 20);
    expectFixes(inMeeting(talk("9:00", 30) + after), "schedule-overlap", {
      "Shorten “Talk at 9:00” to 20 minutes": inMeeting(talk("9:00", 20) + after),
      "Start at 09:30, when “Talk at 9:00” ends": inMeeting(
        talk("9:00", 30) + after.replace("start: 09:20", "start: 09:30"),
      ),
    });
  });

  it("does not start a talk on the next day, nor end one before it starts", () => {
    const night = items`
      - {title: A, themes: none, start: "23:30", duration: 60}
      - {title: B, themes: none, start: "23:50", duration: 10}
    `;
    expectFixes(night, "schedule-overlap", {
      "Shorten “A” to 20 minutes": night.replace("60}", "20}"),
    });
    const parallel = items`
      - {title: A, themes: none, start: '10:00', duration: 60}
      - {title: B, themes: none, start: '10:00', duration: 10}
    `;
    expectFixes(parallel, "schedule-overlap", {
      "Start at 11:00, when “A” ends": parallel.replace("'10:00', duration: 10", "'11:00', duration: 10"),
    });
  });

  it("none where one starts as the previous one ends", () => {
    const meeting = items`
      - {title: A, themes: none, start: "09:00", duration: 30}
      - {title: B, themes: none, start: "09:30"}
    `;
    expectFindings(meeting);
  });

  it("a contribution after midnight that starts before the previous one ends", () => {
    const meeting = items`
      - {title: A, themes: none, start: "22:00", duration: 180}
                                        ^^^^^^^ note: It starts at 22:00.
      - {title: B, themes: none, start: "00:15", duration: 10}
                                        ^^^^^^^ schedule-overlap: Overlaps “A”, which ends at 01:00 the next day.
    `;
    expectFindings(meeting);
  });

  it("none where one starts after midnight, as the previous one ends", () => {
    const meeting = items`
      - {title: A, themes: none, start: "22:00", duration: 180}
      - {title: B, themes: none, start: "01:00", duration: 30}
      - {title: C, themes: none, start: "01:30"}
    `;
    expectFindings(meeting);
  });
});
