import { describe, it } from "vitest";
import { expectFindings, expectFixes, items } from "../../support/findings";

describe("schedule-overlap", () => {
  it("a contribution that starts before the previous one ends", () => {
    const meeting = items`
      - {title: A, themes: none, start: "09:00", duration: 30}
                                        ^^^^^^^ note: It starts at 09:00.
      - {title: B, themes: none, start: "09:20", duration: 10}
                                        ^^^^^^^ schedule-overlap: Overlaps “A”, which ends at 09:30.
    `;
    expectFindings(meeting);
    expectFixes(meeting, "schedule-overlap", {});
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
