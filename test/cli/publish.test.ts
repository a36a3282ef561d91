import { describe, expect, it, onTestFinished, vi } from "vitest";
import { inFolder, type Outcome, wlcgNotes } from "../support/commandLine";
import { type MinutesServer, minutesServer, minutesToken } from "../support/minutesServer";

const name = "a.contributions.yaml";

/** Sets the environment until the test ends. */
function environment(token: string | undefined, host?: string): void {
  vi.stubEnv("WLCG_NOTES_INDICO_TOKEN", token);
  vi.stubEnv("WLCG_NOTES_INDICO_HOST", host);
  onTestFinished(() => void vi.unstubAllEnvs());
}

const meeting = (base: string, notes = "Agreed.") => `meeting:
  title: Board
  date: 2026-03-10
  url: ${base}/event/1/
contributions:
  - title: News
    themes: none
    url: ${base}/event/1/contributions/2/
    notes: ${notes}
  - title: Storage
    themes: none
    url: ${base}/event/1/contributions/3/
    notes: Decided.
  - title: Coffee and more
    themes: none
    url: ${base}/event/1/contributions/4/
`;

/** A server and a file in the current folder, with the token in the environment. */
async function setUp(options: Parameters<typeof minutesServer>[0] = {}): Promise<MinutesServer> {
  const server = await minutesServer(options);
  environment(minutesToken, new URL(server.base).host);
  await inFolder({ [name]: meeting(server.base) });
  return server;
}

/** The outcome with the address of the server as `BASE`, and without the token anywhere. */
async function publish({ base }: Pick<MinutesServer, "base">, ...args: readonly string[]): Promise<Outcome> {
  const outcome = await wlcgNotes("publish", name, ...args);
  expect(JSON.stringify(outcome)).not.toContain(minutesToken);
  const clean = (text: string): string =>
    text.replaceAll(base, "BASE").replaceAll(new URL(base).host, "HOST");
  return { ...outcome, out: clean(outcome.out), err: clean(outcome.err) };
}

describe.each([true, false])("publish, with revisions: %s", (hasRevisions) => {
  it("sends the whole meeting, and nothing the second time", async () => {
    const server = await setUp({ hasRevisions });
    expect(await publish(server)).toEqual({
      code: 0,
      out: "sent: Board: BASE/event/1/\n1 page of minutes: 1 sent: BASE/event/1/\n",
      err: "",
    });
    expect(server.sources.get("/event/1")).toMatch(
      /Agreed\.[\s\S]*<!-- wlcg-notes 1 [0-9a-f]{32} [0-9a-f]{32} -->$/,
    );
    server.requests.length = 0;
    expect(await publish(server)).toEqual({
      code: 0,
      out: "unchanged: Board: BASE/event/1/\n1 page of minutes: 1 unchanged: BASE/event/1/\n",
      err: "",
    });
    expect(server.requests).toEqual(["GET /event/1"]);
  });

  it("sends the notes of each contribution, and only what changed later", async () => {
    const server = await setUp({ hasRevisions });
    expect((await publish(server, "--items")).out).toBe(
      "sent: News: BASE/event/1/contributions/2/\nsent: Storage: BASE/event/1/contributions/3/\n2 pages of minutes: 2 sent: BASE/event/1/\n",
    );
    expect([...server.sources.keys()]).toEqual(["/event/1/contributions/2", "/event/1/contributions/3"]);
    await inFolder({ [name]: meeting(server.base, "Agreed later.") });
    expect((await publish(server, "--items")).out).toBe(
      "updated: News: BASE/event/1/contributions/2/\nunchanged: Storage: BASE/event/1/contributions/3/\n2 pages of minutes: 1 updated, 1 unchanged: BASE/event/1/\n",
    );
  });

  it("shows what another user wrote, and overwrites it only with --force", async () => {
    const server = await setUp({ hasRevisions });
    server.sources.set("/event/1/contributions/2", "<p>By hand: \u001b[31m##[error]x</p>");
    const { code, out } = await publish(server, "--items");
    expect(code).toBe(1);
    expect(out).toContain(
      `conflict: News: BASE/event/1/contributions/2/\n  Indico has minutes that were written or edited there${hasRevisions ? ", last by Sam Submitter" : ""}; --force overwrites them\n`,
    );
    expect(out).toMatch(/^- <p>By hand: \ufffd\[31m##\(error\]x<\/p>$/m);
    expect(out).toContain("sent: Storage: BASE/event/1/contributions/3/\n");
    expect(server.sources.get("/event/1/contributions/2")).toMatch(/^<p>By hand/);
    const forced = await publish(server, "--items", "--force");
    expect([forced.code, forced.out.split("\n")[0]]).toEqual([
      0,
      "overwritten: News: BASE/event/1/contributions/2/",
    ]);
    expect(server.sources.get("/event/1/contributions/2")).toContain("Agreed.");
  });

  it("shows an edit in Indico of what was published", async () => {
    const server = await setUp({ hasRevisions });
    await publish(server);
    server.sources.set(
      "/event/1",
      server.sources.get("/event/1")?.replace("Agreed.", "Agreed, almost.") ?? "",
    );
    const { code, out } = await publish(server);
    expect(code).toBe(1);
    expect(out).toContain("another user edited the minutes in Indico after they were published");
    expect(out).toMatch(/^-<p>Agreed, almost\.<\/p>\n\+<p>Agreed\.<\/p>$/m);
  });

  it("writes nothing in a dry run, and shows what would change", async () => {
    const server = await setUp({ hasRevisions });
    const before = await publish(server, "--dry-run");
    expect([before.code, before.out]).toEqual([
      0,
      "would send: Board: BASE/event/1/\n1 page of minutes: 1 would send: BASE/event/1/\n",
    ]);
    expect(server.sources.size).toBe(0);
    await publish(server);
    await inFolder({ [name]: meeting(server.base, "Agreed later.") });
    const stored = server.sources.get("/event/1");
    const { out } = await publish(server, "--dry-run");
    expect(out).toMatch(/^would update: .*\n--- a\/event\/1\n\+\+\+ b\/event\/1\n/);
    expect(out).toMatch(/^-<p>Agreed\.<\/p>\n\+<p>Agreed later\.<\/p>$/m);
    expect(server.sources.get("/event/1")).toBe(stored);
  });
});

describe("publish", () => {
  it("reports minutes that were written at the same time, also with --force", async () => {
    const server = await setUp({ changesBefore: "/event/1" });
    const { code, out } = await publish(server, "--force");
    expect(code).toBe(1);
    expect(out).toContain(
      "  another user wrote minutes in Indico at the same time, last by Sam Submitter; publish again to compare with them",
    );
    expect(out).toMatch(/^-<p>At the same time\.<\/p>$/m);
  });

  it("continues after a page without the right, and reports which went through", async () => {
    const server = await setUp({ statuses: { "/event/1/contributions/2": 403 } });
    expect(await publish(server, "--items")).toEqual({
      code: 2,
      out:
        "failed: News: BASE/event/1/contributions/2/\n  the owner of the token may not edit the minutes of contribution 2 of event 1 at HOST\n" +
        "sent: Storage: BASE/event/1/contributions/3/\n2 pages of minutes: 1 sent, 1 failed: BASE/event/1/\n",
      err: "",
    });
  });

  it.each([
    [
      "a server that fails",
      { statuses: { "/event/1/contributions/2": 500 } },
      "HOST has an internal problem (500); try again later",
    ],
    [
      "a cut connection",
      { cutsAt: "/event/1/contributions/2" },
      "HOST closed the connection before its answer was complete; the minutes may have arrived: publish again to make sure",
    ],
  ])("ends with %s", async (_, options, message) => {
    const server = await setUp(options);
    const { code, out } = await publish(server, "--items");
    expect([code, out]).toEqual([
      2,
      `failed: News: BASE/event/1/contributions/2/\n  ${message}\nnot tried: Storage: BASE/event/1/contributions/3/\n` +
        "2 pages of minutes: 1 failed, 1 not tried: BASE/event/1/\n",
    ]);
  });

  it("sends nothing of a meeting with errors", async () => {
    const server = await setUp();
    await inFolder({ [name]: `${meeting(server.base)}  - {title: x, start: "25:99"}\n` });
    const { code, err } = await publish(server, "--force");
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/: \d errors?; run wlcg-notes check before publishing\n$/),
    ]);
    expect(server.requests).toEqual([]);
  });

  it("names contributions without an address, and sends them nowhere else", async () => {
    const server = await setUp();
    const text = meeting(server.base).replace(
      `${server.base}/event/1/contributions/2/`,
      "https://evil.example/event/1/contributions/2/",
    );
    await inFolder({ [name]: text });
    const { code, out, err } = await publish(server, "--items");
    expect([code, err]).toEqual([
      1,
      `wlcg-notes: ${name}: “News” is not published: it has a url that is not a page of this event\n`,
    ]);
    expect(out).toMatch(/^sent: Storage/);
  });

  it("sends to the event of --to", async () => {
    const server = await setUp();
    environment(minutesToken);
    const { out } = await publish(server, "--to", `${server.base}/event/7/overview`);
    expect(out).toBe("sent: Board: BASE/event/7/\n1 page of minutes: 1 sent: BASE/event/7/\n");
    expect([...server.sources.keys()]).toEqual(["/event/7"]);
  });

  it("sends the whole meeting to its event, also if --to is the page of a contribution", async () => {
    const server = await setUp();
    environment(minutesToken);
    await publish(server, "--to", `${server.base}/event/7/contributions/2/`);
    expect([...server.sources.keys()]).toEqual(["/event/7"]);
  });

  it("sends no empty minutes, and names the whole address of a page", async () => {
    const server = await setUp();
    expect(await publish(server, "--sections", "surveys")).toEqual({
      code: 2,
      out: "",
      err: `wlcg-notes: ${name}: the notes are empty, or have none of the sections that are chosen\n`,
    });
    expect(server.sources.size).toBe(0);
    const id = "1".repeat(9);
    const { out } = await publish(server, "--to", `${server.base}/${"a".repeat(90)}/event/${id}/`);
    expect(out).toContain(`BASE/${"a".repeat(90)}/event/${id}/\n`);
  });

  it.each([
    ["Sam Submitter", "updated: Board"],
    ["Olga Other", "conflict: Board"],
    [undefined, "updated: Board"],
  ])("updates minutes that the owner of the token published: %s", async (owner, expected) => {
    const server = await setUp({ ...(owner !== undefined && { owner }) });
    await publish(server);
    await inFolder({ [name]: meeting(server.base).replace("Agreed.", "Agreed twice.") });
    expect((await publish(server)).out).toContain(expected);
  });
});

describe("the token", () => {
  it.each<[string, string | undefined, string | undefined, string]>([
    [
      "is missing",
      undefined,
      undefined,
      "publishing needs a token: set WLCG_NOTES_INDICO_TOKEN to one with the scope full:everything, made at BASE/user/tokens/, and WLCG_NOTES_INDICO_HOST to HOST",
    ],
    [
      "cannot be one",
      "indp secret",
      "HOST",
      "WLCG_NOTES_INDICO_TOKEN is not a token, which is like indp_ and 42 letters and digits",
    ],
    [
      "is for a host that only the file names, on this computer",
      minutesToken,
      undefined,
      "only the file names the host HOST, so the token is not sent there; set WLCG_NOTES_INDICO_HOST=HOST, or give the address of the event",
    ],
    [
      "is for another host",
      minutesToken,
      "indico.cern.ch",
      "the token is for indico.cern.ch (WLCG_NOTES_INDICO_HOST) and is not sent to HOST",
    ],
  ])("%s: nothing is sent", async (_, token, host, message) => {
    const server = await setUp();
    environment(token, host?.replace("HOST", new URL(server.base).host));
    expect(await publish(server)).toEqual({ code: 2, out: "", err: `wlcg-notes: ${message}\n` });
    expect(server.requests).toEqual([]);
  });

  it("that Indico does not know is refused in one line", async () => {
    const server = await setUp();
    environment("indp_unknown", new URL(server.base).host);
    const { code, out } = await publish(server);
    expect([code, out.split("\n")[1]]).toEqual([
      2,
      "  HOST does not accept the token: it is expired, revoked or mistyped; see BASE/user/tokens/",
    ]);
  });
});

describe("arguments that are refused:", () => {
  it.each([
    [["--items", "--by", "theme"], "--items and --by or --sections exclude each other"],
    [["--by", "place"], 'unknown grouping "place"; expected one of theme, agenda, community'],
    [
      ["--to", "https://indico.cern.ch/category/5"],
      "--to: this is not the address of an Indico event, which is like https://indico.cern.ch/event/123/",
    ],
    [
      ["--to", "http://indico.cern.ch/event/5"],
      "--to: the address must start with https://: http would send everything to indico.cern.ch unencrypted",
    ],
  ])("%j", async (args, message) => {
    const server = await setUp();
    expect(await publish(server, ...args)).toEqual({ code: 2, out: "", err: `wlcg-notes: ${message}\n` });
    expect(server.requests).toEqual([]);
  });
});
