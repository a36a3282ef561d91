import { describe, it } from "vitest";
import { expectFindings, lines } from "../../support/findings";

describe("overlaps", () => {
  it("are within a session, a room and a day", () =>
    expectFindings(lines`
      meeting:
        title: M
        date: 2019-12-10
        endDate: 2019-12-11
      sessions:
        - {title: Storage, place: Room 40}
        - {title: Network, place: Room 41}
        - {title: Posters}
      contributions:
        - {title: A, themes: none, session: Storage, start: "09:00", duration: 60}
                                                            ^^^^^^^ note: It starts at 09:00.
                                                            ^^^^^^^ note: It starts at 09:00.
        - {title: B, themes: none, session: Network, start: "09:30", duration: 60}
        - {break: Coffee, session: Storage, start: "09:45", duration: 20}
                                                   ^^^^^^^ schedule-overlap: Overlaps “A”, which ends at 10:00.
        - {title: C, themes: none, session: Storage, date: 2019-12-11, start: "09:30", duration: 60}
        - {title: D, themes: none, session: Posters, place: room 40, start: "09:30", duration: 5}
                                                                            ^^^^^^^ schedule-overlap: Overlaps “A”, which ends at 10:00.
        - {title: E, themes: none, session: Posters, place: Hall, start: "09:30", duration: 5}
        - {title: F, themes: none, start: "09:30", duration: 5}
    `));
});
