import { describe, expect, it } from "vitest";
import { agendaOfExports } from "../../../../server/src/core/agenda/indico/agendaOfExports";
import { agendaIn, agendaText, problemIn } from "../../../support/agendaText";
import { indicoJson, valuesOfKey } from "../../../support/indicoFixtures";

const events = [
  "cern-434972",
  "cern-442174-sub-contributions",
  "cern-374641-split-sessions",
  "cern-457274-empty",
  "acat2024-1330797-slice",
];

describe("real events", () => {
  it.each(events)("%s", async (name) => {
    const event = indicoJson(`${name}.json`);
    const agenda = agendaIn(agendaOfExports({ event }));
    await expect(`${agendaText(agenda)}\n`).toMatchFileSnapshot(`expected/${name}.txt`);
    const contributions = valuesOfKey(event, "contributions").flat().length;
    expect(agenda.entries).toHaveLength(contributions);
    expect(JSON.stringify(agenda.entries)).not.toMatch(/[\w.-]+@[\w-]+\.\w/);
  });

  it("no right to read", () => {
    expect(problemIn(agendaOfExports({ event: indicoJson("cern-nopermission-response.json") }))).toMatch(
      /^Indico returned no event/,
    );
  });
});
