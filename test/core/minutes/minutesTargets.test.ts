import { describe, expect, it } from "vitest";
import { eventAddress } from "../../../server/src/core/minutes/eventAddress";
import { itemTargets, meetingTarget } from "../../../server/src/core/minutes/minutesTargets";
import { renderNotes } from "../../../server/src/core/notes/formats";
import { readMeeting } from "../../support/meeting";

const base = "https://indico.example.org";
const event = { base, event: "1" };
const page = (path: string) => `${base}/event/1/${path}`;

const meeting = (contributions: string, url = `${base}/event/1/`) =>
  readMeeting(`meeting: {title: Board, date: 2026-03-10, url: "${url}"}\ncontributions:\n${contributions}`);

describe("a whole meeting", () => {
  it("is published as it is rendered, under its event", () => {
    const file = meeting(`  - {title: News, themes: none, notes: "Agreed."}\n`);
    expect(eventAddress(file)).toEqual({ address: event });
    const target = meetingTarget(file, event, { by: "agenda" });
    expect(target).toEqual({
      title: "Board",
      address: event,
      fragment: renderNotes(file, { to: "indico", by: "agenda" }),
      publication: { date: "2026-03-10", path: "/event/1" },
    });
  });

  it("has an address only if its url is that of an event", () => {
    expect(eventAddress(readMeeting("meeting: {title: Board}\n"))).toHaveProperty("problem");
    expect(eventAddress(meeting("  []\n", "https://example.org/"))).toHaveProperty("problem");
    expect(eventAddress(meeting("  []\n", `${base}/e/board`))).toEqual({ leadsToEvent: `${base}/e/board` });
  });
});

describe("contributions", () => {
  const targetsOf = (text: string) => {
    const { targets, unpublished } = itemTargets(meeting(text), event);
    return {
      targets: targets.map(({ title, publication, fragment }) => [title, publication.path, fragment]),
      unpublished: unpublished.map(({ title, reason }) => `${title} ${reason}`),
    };
  };

  it("are published if they have notes, decisions or actions", () => {
    const { targets, unpublished } =
      targetsOf(`  - {title: A, url: "${page("contributions/2/")}", notes: "Agreed."}
  - {title: B, url: "${page("contributions/3/")}", decisions: [Upgrade]}
  - {title: C, url: "${page("contributions/4/")}", actions: [{text: Ask}]}
  - {title: D, url: "${page("contributions/5/")}", abstract: Not minutes.}
  - {title: E}
  - {break: Coffee}
`);
    expect(targets).toEqual([
      ["A", "/event/1/contributions/2", expect.stringContaining("<p>Agreed.</p>")],
      ["B", "/event/1/contributions/3", expect.stringContaining("Upgrade")],
      ["C", "/event/1/contributions/4", expect.stringContaining("Ask")],
    ]);
    expect(unpublished).toEqual([]);
  });

  it("are not published without a separate address", () => {
    const { targets, unpublished } = targetsOf(`  - {title: A, notes: x}
  - {title: B, url: "https://evil.example/event/1/contributions/2/", notes: x}
  - {title: C, url: "${base}/event/2/contributions/2/", notes: x}
  - {title: D, url: "${page("")}", notes: x}
  - {title: E, url: "${page("contributions/6/subcontributions/1")}", notes: x}
  - {title: F, url: "${page("contributions/7/")}", notes: x}
  - {title: G, url: "${page("contributions/7")}", notes: x}
`);
    expect(targets).toEqual([]);
    expect(unpublished).toEqual([
      "A has no url; it must be the address of the contribution in Indico",
      "B has a url that is not a page of this event",
      "C has a url that is not a page of this event",
      "D has a url that is not that of a contribution",
      "E has a url that is not that of a contribution",
      "F has the same address as another item",
      "G has the same address as another item",
    ]);
  });

  it("have the notes of their parts, except those that are published apart", () => {
    const { targets } = targetsOf(`  - title: A
    url: ${page("contributions/2/")}
    notes: The whole.
    parts:
      - {title: P, notes: With an address., url: "${page("contributions/2/subcontributions/3")}"}
      - {title: Q, notes: Without an address.}
  - title: B
    url: ${page("contributions/4/")}
    parts:
      - {title: R, notes: The only notes., url: "${page("contributions/4/subcontributions/5")}"}
`);
    expect(targets.map(([title, path]) => [title, path])).toEqual([
      ["A", "/event/1/contributions/2"],
      ["P", "/event/1/contributions/2/subcontributions/3"],
      ["R", "/event/1/contributions/4/subcontributions/5"],
    ]);
    const [whole, part] = targets.map(([, , fragment]) => fragment);
    expect(whole).toContain("Without an address.");
    expect(whole).not.toContain("With an address.");
    expect(part).toContain("<p>With an address.</p>");
    expect(part).not.toContain("The whole.");
  });
});
