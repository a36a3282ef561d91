import { describe, it } from "vitest";
import { expectFindings, expectFixes, lines } from "../../support/findings";

describe("date-outside-meeting", () => {
  it("the first item of each day after a meeting of one day", () => {
    const meeting = lines`
      meeting:
        title: M
        date: 2019-12-10
              ^^^^^^^^^^ note: The day of the meeting.
      contributions:
        - {title: A, themes: none, date: 2019-12-11}
                                         ^^^^^^^^^^ date-outside-meeting: A contribution must be on a day of the meeting, which is on 2019-12-10.
        - {title: B, themes: none, date: 2019-12-11}
    `;
    expectFindings(meeting);
    const text = meeting.replaceAll(/^ *\^.*\n/gm, "");
    expectFixes(meeting, "date-outside-meeting", {
      "Extend the meeting to 2019-12-11": text.replace(
        "date: 2019-12-10",
        "date: 2019-12-10\n  endDate: 2019-12-11",
      ),
      "Replace with `2019-12-10`": text.replace(
        "{title: A, themes: none, date: 2019-12-11}",
        "{title: A, themes: none, date: 2019-12-10}",
      ),
    });
  });

  it("a session before the meeting, but no item of its days", () =>
    expectFindings(lines`
      meeting:
        title: M
        date: 2019-12-10
              ^^^^^^^^^^ note: The day of the meeting.
        endDate: 2019-12-12
      sessions:
        - {title: Storage, date: 2019-12-09}
                                 ^^^^^^^^^^ date-outside-meeting: A session must be on a day of the meeting, which is from 2019-12-10 to 2019-12-12.
      contributions:
        - {title: A, themes: none, date: 2019-12-12}
        - {break: Coffee, date: 2019-12-10}
    `));

  it("an action closed before its meeting, unless it was carried over", () =>
    expectFindings(lines`
      meeting:
        title: M
        date: 2019-12-10
              ^^^^^^^^^^ note: The day of the meeting.
      contributions: []
      actions:
        - {text: a, status: done, closed: 2019-12-01}
                                          ^^^^^^^^^^ date-outside-meeting: \`closed\` must not be before the meeting, which is on 2019-12-10, unless it has \`since\`, the date of the earlier meeting that raised it.
        - {text: b, status: done, closed: 2019-12-01, since: 2019-11-05}
        - {text: c, status: done, closed: 2019-12-10}
    `));
});
