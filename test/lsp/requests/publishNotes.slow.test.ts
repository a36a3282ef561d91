/** Publication as a request and as a command of other editors. */
import { describe, expect, it } from "vitest";
import { bodyOf, httpServer } from "../../support/httpServer";
import { type MinutesServer, minutesServer, minutesToken } from "../../support/minutesServer";
import { noReply, RawServer } from "../../support/protocol/rawServer";
import { open, start, textDocument, uri } from "../../support/protocol/session";

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
  - title: Elsewhere
    themes: none
    notes: Without an address.
`;

const talkPath = "/event/1/contributions/2";

interface Page {
  readonly title: string;
  readonly page: string;
  readonly outcome: string;
  readonly message?: string;
  readonly theirs?: string;
  readonly ours?: string;
}

interface Answer {
  readonly problem?: string;
  readonly needsToken?: object;
  readonly targets?: readonly Page[];
}

async function setUp(options: Parameters<typeof minutesServer>[0] = {}, variables: readonly string[] = []) {
  const indico = await minutesServer(options);
  const within = ["env", "-u", "WLCG_NOTES_INDICO_TOKEN", "-u", "WLCG_NOTES_INDICO_HOST", ...variables];
  const server = new RawServer(["--stdio"], { "window/workDoneProgress/create": noReply }, [], within);
  await start(server, { window: { workDoneProgress: true } });
  open(server, meeting(indico.base));
  const publish = async (params: object = {}): Promise<Answer> => {
    const given = {
      textDocument,
      items: false,
      dryRun: false,
      overwrite: [],
      token: minutesToken,
      ...params,
    };
    const { result, error } = await server.request("wlcgNotes/publishNotes", given);
    expect(error).toBeUndefined();
    // whatever happens, the token is never in a message of the server
    expect(JSON.stringify(server.received) + server.log).not.toContain(minutesToken);
    return result as Answer;
  };
  return { indico, server, publish };
}

const outcomes = ({ targets = [] }: Answer) => targets.map(({ title, outcome }) => [title, outcome]);

describe("wlcgNotes/publishNotes", () => {
  it("sends the whole meeting, and nothing the second time or in a dry run", async () => {
    const { indico, publish } = await setUp();
    const page = `${indico.base}/event/1/`;
    const dry = await publish({ dryRun: true });
    expect(dry).toMatchObject({ targets: [{ title: "Board", page, outcome: "new" }], page });
    expect(dry.targets?.[0]?.ours).toContain("Agreed.");
    expect(indico.sources.size).toBe(0);
    expect(outcomes(await publish())).toEqual([["Board", "new"]]);
    expect(indico.sources.get("/event/1")).toContain("Agreed.");
    expect(outcomes(await publish())).toEqual([["Board", "unchanged"]]);
  });

  it("sends the notes of each contribution, and overwrites minutes of others only with consent", async () => {
    const { indico, publish } = await setUp();
    indico.sources.set(talkPath, "<p>Theirs.</p>");
    const first = await publish({ items: true });
    expect(outcomes(first)).toEqual([
      ["News", "conflict"],
      ["Storage", "new"],
      ["Elsewhere", "unpublished"],
    ]);
    expect(first.targets?.[0]).toMatchObject({
      message: expect.stringMatching(/^Indico has minutes .*, last by Sam Submitter\.$/),
      theirs: "<p>Theirs.</p>\n",
      ours: expect.stringContaining("Agreed."),
    });
    expect(indico.sources.get(talkPath)).toBe("<p>Theirs.</p>");
    const overwrite = [first.targets?.[0]?.page];
    expect(outcomes(await publish({ items: true, overwrite }))).toEqual([
      ["News", "overwritten"],
      ["Storage", "unchanged"],
      ["Elsewhere", "unpublished"],
    ]);
    expect(indico.sources.get(talkPath)).toContain("Agreed.");
  });

  it("asks for a token before anything is sent, and for another one if it is refused", async () => {
    const { indico, publish } = await setUp();
    const { host } = new URL(indico.base);
    const page = `${indico.base}/user/tokens/`;
    for (const params of [{ token: undefined }, { tokenHost: "indico.example.org" }, { token: "no token" }])
      expect(await publish(params)).toMatchObject({ needsToken: { host, page, wasSent: false } });
    expect(indico.requests).toEqual([]);
    expect(await publish({ token: "indp_another" })).toMatchObject({
      problem: expect.stringContaining("does not accept the token"),
      needsToken: { host, page, wasSent: true },
    });
    expect(indico.sources.size).toBe(0);
  });

  it("sends nothing of a meeting with errors", async () => {
    const { indico, server, publish } = await setUp();
    server.notify("textDocument/didChange", {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: `${meeting(indico.base)}  - titel: x\n` }],
    });
    expect((await publish()).problem).toMatch(
      /^The meeting has \d errors?: correct them before publishing\.$/,
    );
    server.notify("textDocument/didClose", { textDocument });
    expect(await publish()).toEqual({ problem: "The file is not open, or it is too large." });
    expect(indico.requests).toEqual([]);
  });

  it("reports which pages went through before a failure", async () => {
    const { publish } = await setUp({ statuses: { "/event/1/contributions/3": 500 } });
    const result = await publish({ items: true });
    expect(outcomes(result).slice(0, 2)).toEqual([
      ["News", "new"],
      ["Storage", "failed"],
    ]);
    expect(result.targets?.[1]?.message).toMatch(/has an internal problem \(500\); try again later\.$/);
  });

  it("reports which pages went through before it was cancelled", async () => {
    let isReached: () => void = () => {};
    const reached = new Promise<void>((resolve) => {
      isReached = resolve;
    });
    const base = await httpServer(async (request, response) => {
      if (request.url?.includes("/contributions/3")) return isReached();
      const { source } = JSON.parse((await bodyOf(request)) || "{}");
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ source }));
    });
    const { server } = await setUp();
    server.notify("textDocument/didChange", {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: meeting(base) }],
    });
    const id = server.ask("wlcgNotes/publishNotes", { textDocument, items: true, token: minutesToken });
    await reached;
    server.notify("$/cancelRequest", { id });
    expect(outcomes((await server.answer(id)).result as Answer).slice(0, 2)).toEqual([
      ["News", "new"],
      ["Storage", "failed"],
    ]);
  });

  it.each([
    [{ to: "https://example.org/" }, /^This is not the address of an Indico event/],
    [{ to: "http://indico.cern.ch/event/1/" }, /^The address must start with https/],
  ])("refuses %j", async (params, problem) => {
    const { publish } = await setUp();
    expect((await publish(params)).problem).toMatch(problem);
  });

  it("reports progress under the token of the request", async () => {
    const { server, publish } = await setUp();
    await publish({ workDoneToken: "mine" });
    const values = server.received
      .filter(
        ({ method, params }) => method === "$/progress" && (params as { token: string }).token === "mine",
      )
      .map(({ params }) => (params as { value: { kind: string } }).value.kind);
    expect(values[0]).toBe("begin");
    expect(values.at(-1)).toBe("end");
  });
});

describe("wlcgNotes.server.publishNotes", () => {
  const run = async (server: RawServer, options: object = {}): Promise<Answer> => {
    const { result } = await server.request("workspace/executeCommand", {
      command: "wlcgNotes.server.publishNotes",
      arguments: [uri, options],
    });
    expect(JSON.stringify(server.received) + server.log).not.toContain(minutesToken);
    return result as Answer;
  };
  const messages = ({ received }: RawServer): readonly string[] =>
    received
      .filter(({ method }) => method === "window/showMessage")
      .map(({ params }) => (params as { message: string }).message);
  const clean = (indico: MinutesServer, server: RawServer) =>
    messages(server).map((text) => text.replaceAll(indico.base, "BASE"));

  it("publishes with the token of the environment", async () => {
    const { indico, server } = await setUp({}, [`WLCG_NOTES_INDICO_TOKEN=${minutesToken}`]);
    const to = `${indico.base}/event/1/`;
    expect(outcomes(await run(server, { to, dryRun: true }))).toEqual([["Board", "new"]]);
    expect(outcomes(await run(server, { to, items: true }))).toHaveLength(3);
    expect(clean(indico, server)).toEqual([
      "Minutes at BASE/event/1/: 1 would be sent.",
      "Minutes at BASE/event/1/: 2 sent, 1 not published. “Elsewhere”: It has no url; it must be the address of the contribution in Indico.",
    ]);
  });

  it.each([
    [[], /^Publishing needs a token: set WLCG_NOTES_INDICO_TOKEN/i],
    [[`WLCG_NOTES_INDICO_TOKEN=${minutesToken}`], /^Only the file names the host /],
    [
      [`WLCG_NOTES_INDICO_TOKEN=${minutesToken}`, "WLCG_NOTES_INDICO_HOST=indico.example.org"],
      /^The token is for indico\.example\.org \(WLCG_NOTES_INDICO_HOST\) and is not sent to /,
    ],
  ])("sends nothing without a token for the host: %j", async (variables, message) => {
    const { indico, server } = await setUp({}, variables);
    expect(await run(server)).toHaveProperty("problem");
    expect(messages(server)).toEqual([expect.stringMatching(message)]);
    expect(indico.requests).toEqual([]);
  });
});
