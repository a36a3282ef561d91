import { describe, it } from "vitest";
import { expectFindings, expectFixes, inMeeting, lines } from "../../support/findings";

describe("unknown-session", () => {
  it("a session that is not in the list", () => {
    const meeting = lines`
      meeting:
        title: M
        date: 2019-12-10
      sessions:
        - title: Network
        - title: Storage
                 ^^^^^^^ note: The last of the sessions.
      contributions:
        - {title: A, themes: none, session: storage}
        - {title: B, themes: none, session: Storge}
                                            ^^^^^^ unknown-session: \`sessions\` must have a session “Storge”. Did you mean “Storage”?
    `;
    expectFindings(meeting);
    const text = meeting.replaceAll(/^ *\^.*\n/gm, "");
    expectFixes(meeting, "unknown-session", {
      "Replace with “Storage”": text.replace("Storge", "Storage"),
      "Add “Storge” to `sessions`": text.replace(
        "- title: Storage\n",
        "- title: Storage\n  - title: Storge\n",
      ),
    });
  });

  it("none in a file without sessions", () =>
    expectFindings(inMeeting("  - {title: A, themes: none, session: Storage}\n")));
});
