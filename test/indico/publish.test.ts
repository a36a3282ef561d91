/** Minutes are published to a real server, recognised there, and never overwritten without consent. */
import { expect, it } from "vitest";
import { writeMinutes } from "../../server/src/host/indico/minutes";
import { describeIndico } from "./describeIndico";
import { request } from "./harness/request.mjs";
import {
  everything,
  meetingFile,
  publish,
  sourceAt,
  withoutMinutesAfter,
  write,
  writeAt,
} from "./minutesFile";

describeIndico("publish to a real server", (server) => {
  const { baseUrl, events } = server;
  const { eastern, workshop, board } = events;
  const page = `/event/${eastern.id}`;
  const talks = eastern.contributions.map(({ id }) => `${page}/contributions/${id}`);
  const whole = (notes = everything) =>
    meetingFile(`${baseUrl}${page}/`, `  - title: News\n    notes: ${notes}`);
  const items = (notes: string) =>
    meetingFile(
      `${baseUrl}${page}/`,
      talks
        .slice(0, 2)
        .map(
          (talk, at) => `  - title: Talk ${at + 1}\n    url: ${baseUrl}${talk}/\n    notes: ${notes}${at}\n`,
        )
        .join(""),
    );

  it("stores the whole meeting byte by byte, and is unchanged the second time", async () => {
    withoutMinutesAfter(server, page);
    await write(whole());
    expect(await publish(server, "manager")).toEqual({
      code: 0,
      out: `sent: Board: BASE${page}/\n1 page of minutes: 1 sent: BASE${page}/\n`,
      err: "",
    });
    const source = await sourceAt(server, page);
    expect(source).toMatch(/^<p>[\s\S]*\n<!-- wlcg-notes 1 [0-9a-f]{32} [0-9a-f]{32} -->$/);
    expect((await publish(server, "manager")).out).toMatch(/^unchanged: Board/);
    expect(await sourceAt(server, page)).toBe(source);
    await write(whole(`${everything}\n      Something else.\n`));
    expect((await publish(server, "manager")).out).toMatch(/^updated: Board/);
    expect(await sourceAt(server, page)).toContain("<p>Something else.</p>");
  });

  it("does not show the mark, nor any tag as text", async () => {
    withoutMinutesAfter(server, page);
    await write(whole());
    await publish(server, "manager");
    const shown = await (await request(server, `${page}/note/`, { token: "manager" })).text();
    const source = (await sourceAt(server, page)) ?? "";
    expect(shown.trim()).toBe(source.slice(0, source.lastIndexOf("\n<!--")));
  });

  it("stores the notes of each contribution, and those that changed later", async () => {
    withoutMinutesAfter(server, ...talks);
    await write(items("Note "));
    expect((await publish(server, "manager", "--items")).out).toBe(
      `sent: Talk 1: BASE${talks[0]}/\nsent: Talk 2: BASE${talks[1]}/\n2 pages of minutes: 2 sent: BASE${page}/\n`,
    );
    expect(await sourceAt(server, talks[1] ?? "")).toContain("<p>Note 1</p>");
    await write(items("Note ").replace("Note 1", "Another note"));
    expect((await publish(server, "manager", "--items")).out).toMatch(
      /^unchanged: Talk 1.*\nupdated: Talk 2/,
    );
  });

  it("stores the notes of a sub-contribution", async () => {
    const talk = workshop.contributions.find(({ subContributions }) => subContributions.length > 0);
    const path = `/event/${workshop.id}/contributions/${talk?.id}/subcontributions/${talk?.subContributions[0]?.id}`;
    withoutMinutesAfter(server, path);
    const part = `      - {title: Part, url: "${baseUrl}${path}", notes: The notes of the part.}\n`;
    await write(meetingFile(`${baseUrl}/event/${workshop.id}/`, `  - title: Talk\n    parts:\n${part}`));
    expect((await publish(server, "manager", "--items")).out).toMatch(/^sent: Part/);
    expect(await sourceAt(server, path)).toContain("<p>The notes of the part.</p>");
  });

  it("shows what another user wrote, and overwrites it only with --force", async () => {
    withoutMinutesAfter(server, ...talks);
    await writeAt(server, talks[0] ?? "", "<p>By hand.</p>");
    await write(items("Note "));
    const { code, out } = await publish(server, "manager", "--items");
    expect(code).toBe(1);
    expect(out).toContain("Indico has minutes that were written or edited there");
    expect(out).toMatch(/^-<p>By hand\.<\/p>$/m);
    expect(await sourceAt(server, talks[0] ?? "")).toBe("<p>By hand.</p>");
    expect((await publish(server, "manager", "--items", "--force")).out).toMatch(
      /^overwritten: Talk 1[\s\S]*\n-<p>By hand\.<\/p>[\s\S]*\nunchanged: Talk 2/,
    );
    expect(await sourceAt(server, talks[0] ?? "")).toContain("<p>Note 0</p>");
  });

  it("does not take the minutes of another meeting for its own", async () => {
    withoutMinutesAfter(server, page);
    await write(whole());
    await publish(server, "manager");
    await write(whole().replace("date: 2026-03-10", "date: 2026-04-14"));
    const { code, out } = await publish(server, "manager");
    expect(code).toBe(1);
    expect(out).toContain("published from another meeting, or before its date was changed");
  });

  it.runIf(!server.version.startsWith("3.2."))(
    "reports minutes that are newer than those that were read",
    async () => {
      withoutMinutesAfter(server, page);
      const connection = { token: server.tokens.manager };
      const address = { base: baseUrl, event: String(eastern.id) };
      await writeAt(server, page, "<p>First.</p>");
      const { conflict } = await writeMinutes(address, "<p>Mine.</p>", undefined, connection);
      expect(conflict).toMatchObject({ source: "<p>First.</p>", author: "Maria Manager" });
      await writeAt(server, page, "<p>Second.</p>");
      const later = await writeMinutes(address, "<p>Mine.</p>", conflict?.revision, connection);
      expect(later.conflict).toMatchObject({ source: "<p>Second.</p>" });
      expect(await writeMinutes(address, "<p>Mine.</p>", later.conflict?.revision, connection)).toEqual({});
    },
  );

  it("publishes what a submitter may, and names what not", async () => {
    const paths = board.contributions.map(({ id }) => `/event/${board.id}/contributions/${id}`);
    const own = board.contributions.findIndex(({ title }) => title === "Site report: DESY");
    const other = board.contributions.findIndex(({ title }) => title === "Storage for analysis facilities");
    withoutMinutesAfter(server, paths[own] ?? "");
    const lines = [other, own].map((at) => `  - {title: Talk, url: "${baseUrl}${paths[at]}/", notes: x}\n`);
    await write(meetingFile(`${baseUrl}/event/${board.id}/`, lines.join("")));
    expect(await publish(server, "submitter", "--items")).toEqual({
      code: 2,
      out:
        `failed: Talk: BASE${paths[other]}/\n` +
        `  the owner of the token may not edit the minutes of contribution ${board.contributions[other]?.id} of event ${board.id} at HOST\n` +
        `sent: Talk: BASE${paths[own]}/\n2 pages of minutes: 1 sent, 1 failed: BASE/event/${board.id}/\n`,
      err: "",
    });
  });

  it.each([
    ["withoutRights", /\n {2}the owner of the token may not edit the minutes of event \d+ at HOST\n/],
    [
      "withoutFullScope",
      /\n {2}HOST does not accept the token: it lacks the scope full:everything; see BASE\/user\/tokens\/\n/,
    ],
  ] as const)("of a protected event with the token %s fails", async (token, message) => {
    const path = `/event/${events.protected.id}`;
    await write(meetingFile(`${baseUrl}${path}/`, "  - {title: News, notes: x}\n"));
    const { code, out } = await publish(server, token);
    expect([code, out]).toEqual([2, expect.stringMatching(message)]);
    expect(await sourceAt(server, path)).toBeUndefined();
  });

  it("names the page where a token is made", async () => {
    const response = await request(server, "/user/tokens/");
    expect([response.status, response.headers.get("location")]).toEqual([
      302,
      expect.stringMatching(/\/login\/\?next=\/user\/tokens\/$/),
    ]);
  });
});
