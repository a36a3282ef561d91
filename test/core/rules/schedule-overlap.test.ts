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
});
