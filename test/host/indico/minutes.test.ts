import { describe, expect, it } from "vitest";
import { readMinutes, writeMinutes } from "../../../server/src/host/indico/minutes";
import { NetworkError } from "../../../server/src/host/network/networkError";
import { httpServer } from "../../support/httpServer";
import { minutesServer, minutesToken } from "../../support/minutesServer";
import { recordedIndico, recordedVersions } from "../../support/recordedIndico";

async function failureOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof NetworkError)) throw new Error(`no NetworkError: ${String(error)}`);
  return `${error.kind}: ${error.message.replaceAll(/127\.0\.0\.1:\d+/g, "HOST")}`;
}

describe.each(recordedVersions)("minutes of Indico %s", (version) => {
  it("are none at first", async () => {
    const base = await recordedIndico(version);
    for (const place of [{ event: "1" }, { event: "2", contribution: "6", subContribution: "1" }])
      expect(await readMinutes({ base, ...place }, { token: "manager" })).toBeUndefined();
  });

  it.each([
    [
      "indp_token",
      "token: HOST does not accept the token: it is expired, revoked or mistyped; see http://HOST/user/tokens/",
    ],
    ["withoutRights", "rights: the owner of the token may not edit the minutes of event 1 at HOST"],
    [
      undefined,
      "token: HOST gives event 1 to people who signed in only: a token of the scope full:everything is needed, see http://HOST/user/tokens/",
    ],
  ])("are not given to the token %s", async (token, failure) => {
    const base = await recordedIndico(version);
    expect(await failureOf(readMinutes({ base, event: "1" }, { token }))).toBe(failure);
  });

  it.each([
    ["indp_token", /^token: HOST does not accept the token: it is expired/],
    [
      "withoutFullScope",
      /^token: HOST does not accept the token: it lacks the scope full:everything; see http/,
    ],
    ["withoutRights", /^rights: the owner of the token may not edit the minutes of event 1/],
    ["submitter", /^rights: the owner of the token may not edit the minutes of event 1/],
  ])("are not taken from the token %s", async (token, failure) => {
    const base = await recordedIndico(version);
    // the recording has no `render_mode`
    const source = "<p>Not to be written.</p>";
    const proxy = await withoutMode(base);
    expect(await failureOf(writeMinutes({ base: proxy, event: "1" }, source, undefined, { token }))).toMatch(
      failure,
    );
  });

  it("of another event's contribution, or of an unknown event, are missing", async () => {
    const base = await recordedIndico(version);
    const connection = { token: "manager" };
    expect(await failureOf(readMinutes({ base, event: "1", contribution: "99999" }, connection))).toBe(
      "missing: HOST has no contribution 99999 of event 1, or the owner of the token may not see it",
    );
    expect(await failureOf(readMinutes({ base, event: "99999" }, connection))).toMatch(
      /^missing: HOST has no event/,
    );
  });
});

/** Passes requests on without the member that the recording lacks. */
async function withoutMode(base: string): Promise<string> {
  return httpServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const { render_mode: _, ...json } = JSON.parse(Buffer.concat(parts).toString());
    const { authorization = "" } = request.headers;
    const answer = await fetch(`${base}${request.url}`, {
      method: "POST",
      headers: { authorization },
      body: JSON.stringify(json),
    });
    response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "" });
    response.end(await answer.text());
  });
}

describe.each([true, false])("writing, with revisions: %s", (hasRevisions) => {
  const connection = { token: minutesToken };

  it("is read back", async () => {
    const { base, sources } = await minutesServer({ hasRevisions });
    const address = { base, event: "1" };
    expect(await writeMinutes(address, "<p>a</p>", undefined, connection)).toEqual({});
    expect(sources.get("/event/1")).toBe("<p>a</p>");
    const stored = await readMinutes(address, connection);
    expect(stored).toEqual(
      hasRevisions ? { source: "<p>a</p>", revision: 101, author: "Sam Submitter" } : { source: "<p>a</p>" },
    );
    expect(await writeMinutes(address, "<p>b</p>", stored?.revision, connection)).toEqual({});
    expect(sources.get("/event/1")).toBe("<p>b</p>");
  });
});

it("minutes that another user wrote meanwhile are a conflict", async () => {
  const { base, sources } = await minutesServer({ changesBefore: "/event/1" });
  const { conflict } = await writeMinutes({ base, event: "1" }, "<p>a</p>", undefined, {
    token: minutesToken,
  });
  expect(conflict).toMatchObject({ source: "<p>At the same time.</p>", author: "Sam Submitter" });
  expect(sources.get("/event/1")).toBe("<p>At the same time.</p>");
});

describe("an answer that is not as expected is a failure:", () => {
  it.each([
    [
      "other minutes",
      200,
      '{"source": "<p>b</p>", "id": 1}',
      /^answer: HOST stored something else than was sent/,
    ],
    ["no source", 200, '{"id": 1}', /^answer: HOST answered with something else/],
    ["a page", 200, "<html>", /^answer: HOST answered with something else/],
    [
      "a conflict without minutes",
      418,
      '{"message": "no"}',
      /^answer: HOST refused the request for event 1 \(418\)$/,
    ],
    ["another status", 422, "{}", /^answer: HOST refused the request for event 1 \(422\)$/],
  ])("%s", async (_, status, text, failure) => {
    const base = await httpServer((__, response) => void response.writeHead(status).end(text));
    const work = writeMinutes({ base, event: "1" }, "<p>a</p>", undefined, { token: minutesToken });
    expect(await failureOf(work)).toMatch(failure);
  });
});
