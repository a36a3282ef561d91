/** The server of the tests has the events that the seed describes, and takes minutes. */
import { expect, it } from "vitest";
import { describeIndico } from "./describeIndico";
import { exported } from "./exported";
import { request } from "./harness/request.mjs";

describeIndico("a real Indico server", (server) => {
  const { events } = server;

  it.each(Object.entries(events))("exports all contributions of the event %s", async (_, event) => {
    const [result] = await exported(server, event.id, "manager");
    const contributions = [
      ...(result?.contributions ?? []),
      ...(result?.sessions ?? []).flatMap((session) => session.contributions),
    ];
    expect(contributions.map(({ title }) => title).sort()).toEqual(
      event.contributions.map(({ title }) => title).sort(),
    );
  });

  it("exports a protected event to its manager only", async () => {
    expect(await exported(server, events.protected.id)).toEqual([]);
    expect(await exported(server, events.protected.id, "withoutRights")).toEqual([]);
  });

  it("stores minutes, returns them and deletes them", async () => {
    const [talk] = events.eastern.contributions;
    const path = `/event/${events.eastern.id}/contributions/${talk?.id}/api/note`;
    const source = "<p>We <strong>agreed</strong>.</p>";
    const written = await request(server, path, { token: "manager", method: "POST", json: { source } });
    expect(written.ok).toBe(true);
    expect(await (await request(server, path, { token: "manager" })).json()).toMatchObject({ source });
    const deleted = await request(server, path, { token: "manager", method: "DELETE" });
    expect(deleted.ok).toBe(true);
    expect(await (await request(server, path, { token: "manager" })).json()).toEqual({});
  });

  it("takes minutes of a contribution from its submitter only", async () => {
    const { id, contributions } = events.board;
    const statuses = await Promise.all(
      contributions.map(async ({ id: talk }) => {
        const path = `/event/${id}/contributions/${talk}/api/note`;
        return (await request(server, path, { token: "submitter" })).status;
      }),
    );
    const isReport = contributions.map(({ title }) => title === "Site report: DESY");
    expect(statuses).toEqual(isReport.map((mine) => (mine ? 200 : 403)));
  });
});
