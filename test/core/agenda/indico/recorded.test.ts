import { describe, expect, it } from "vitest";
import type { Agenda } from "../../../../server/src/core/agenda/agenda";
import { agendaOfExports } from "../../../../server/src/core/agenda/indico/agendaOfExports";
import { agendaIn, agendaText, problemIn } from "../../../support/agendaText";
import { indicoJson, indicoVersions, valuesOfKey } from "../../../support/indicoFixtures";

const events = ["board", "workshop", "eastern", "conference", "lecture", "draft", "empty"] as const;

describe.each(indicoVersions)("Indico %s", (version) => {
  const recorded = (name: string): unknown => indicoJson(`recorded/${version}/${name}.json`);

  it.each(events)("%s, from both exports", async (name) => {
    const agenda = agendaIn(
      agendaOfExports({ event: recorded(`${name}.sessions`), timetable: recorded(`${name}.timetable`) }),
    );
    await expect(`${agendaText(agenda)}\n`).toMatchFileSnapshot(`expected/${name}.txt`);
  });

  it.each(events)("%s, from the timetable alone", async (name) => {
    const agenda = agendaIn(agendaOfExports({ timetable: recorded(`${name}.timetable`) }));
    await expect(`${agendaText(agenda)}\n`).toMatchFileSnapshot(`expected/${name}.timetable.txt`);
  });

  it.each(events)("%s has the same contributions with each detail", (name) => {
    const [sessions, contributions] = ["sessions", "contributions"].map((detail) =>
      agendaIn(agendaOfExports({ event: recorded(`${name}.${detail}`) })),
    );
    expect(titlesAndTimes(contributions)).toEqual(titlesAndTimes(sessions));
  });

  it.each([...events, "large"])("%s: nothing is missing", (name) => {
    const event = recorded(`${name}.sessions`);
    const agenda = agendaIn(agendaOfExports({ event }));
    const contributions = valuesOfKey(event, "contributions").flat();
    expect(titlesOf(agenda.entries).sort()).toEqual(
      name === "lecture" ? titlesOf([agenda.meeting]) : titlesOf(contributions).sort(),
    );
    const parts = valuesOfKey(event, "subContributions").flat();
    const read = agenda.entries.flatMap((entry) => (entry.kind === "contribution" ? entry.parts : []));
    expect(titlesOf(read).sort()).toEqual(titlesOf(parts).sort());
  });

  it("the zone of the request does not matter", () => {
    const expected = agendaIn(agendaOfExports({ event: recorded("eastern.sessions") }));
    for (const name of ["eastern.in-its-zone", "eastern.utc"])
      expect(agendaIn(agendaOfExports({ event: recorded(name) }))).toEqual(expected);
  });

  it("an event without the right to read it", () => {
    for (const name of ["protected.sessions", "protected.contributions"])
      expect(problemIn(agendaOfExports({ event: recorded(name) }))).toBe(
        "Indico returned no event. It does not exist, or it is not public: then a token with the right to read it is needed.",
      );
  });

  it("a manager's answers have no e-mail addresses in the agenda", () => {
    for (const name of ["protected", "board", "draft"]) {
      const exports = {
        event: recorded(`${name}.sessions.manager`),
        timetable: recorded(`${name}.timetable.manager`),
      };
      const agenda = agendaIn(agendaOfExports(exports));
      expect(agenda.entries.length).toBeGreaterThan(1);
      expect(JSON.stringify(agenda)).not.toMatch(/[\w.-]+@[\w.-]+/);
    }
  });

  it("only the event", () => {
    const agenda = agendaIn(agendaOfExports({ event: recorded("workshop.events") }));
    expect(agenda.entries).toEqual([]);
    expect(agenda.remarks).toEqual([
      "The export has no contributions: it has them with “detail=sessions” in its address.",
    ]);
  });

  it("exports of two events", () => {
    const exports = { event: recorded("board.sessions"), timetable: recorded("workshop.timetable") };
    expect(problemIn(agendaOfExports(exports))).toBe("The exports are of two events, 1 and 2.");
  });
});

function titlesOf(list: readonly unknown[]): unknown[] {
  return list.map((value) => {
    const { title } = value as { readonly title: string };
    return title.replaceAll(/\s+/g, " ").trim();
  });
}

function titlesAndTimes(agenda: Agenda | undefined): readonly unknown[] {
  return (agenda?.entries ?? [])
    .map((entry) => ({
      title: entry.title,
      start: entry.start,
      duration: entry.duration,
      session: entry.session,
    }))
    .sort((one, other) => one.title.localeCompare(other.title));
}
