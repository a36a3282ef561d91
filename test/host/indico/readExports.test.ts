import { describe, expect, it } from "vitest";
import { readIndicoAddress } from "../../../server/src/core/text/indicoAddress";
import { readExports, resolveEvent } from "../../../server/src/host/indico/readExports";
import { NetworkError } from "../../../server/src/host/network/networkError";
import { type Handler, httpServer } from "../../support/httpServer";
import { recordedIndico, recordedVersions } from "../../support/recordedIndico";

/** The kind and the message of a failure, with the server as `HOST`. */
async function failureOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof NetworkError)) throw new Error(`no NetworkError: ${String(error)}`);
  return `${error.kind}: ${error.message.replaceAll(/127\.0\.0\.1:\d+/g, "HOST")}`;
}

describe.each(recordedVersions)("exports of Indico %s", (version) => {
  it("are those of the event and of the timetable", async () => {
    const base = await recordedIndico(version);
    const { address, event, timetable, remarks } = await readExports({ base, event: "1" }, {});
    expect(address).toEqual({ base, event: "1" });
    expect(event).toMatchObject({ count: 1, results: [{ title: "WLCG Kubernetes Board" }] });
    expect(timetable).toMatchObject({ results: { 1: {} } });
    expect(remarks).toEqual([]);
  });

  it("of a protected event need a token", async () => {
    const base = await recordedIndico(version);
    expect(await failureOf(readExports({ base, event: "4" }, {}))).toBe(
      "missing: HOST has no event 4, or it is protected and can be read with a token of the scope read:legacy_api from http://HOST/user/tokens/ only",
    );
    const { event } = await readExports({ base, event: "4" }, { token: "manager" });
    expect(event).toMatchObject({ results: [{ title: "Closed security review" }] });
  });

  it.each([
    ["withoutRights", "missing: HOST has no event 4, or the owner of the token may not see it"],
    [
      "withoutLegacyScope",
      "token: HOST does not accept the token: it is not valid, or lacks the scope read:legacy_api; see http://HOST/user/tokens/",
    ],
    [
      "indp_token",
      "token: HOST does not accept the token: it is not valid, or lacks the scope read:legacy_api; see http://HOST/user/tokens/",
    ],
  ])("with the token %s name what is missing", async (token, failure) => {
    const base = await recordedIndico(version);
    expect(await failureOf(readExports({ base, event: "4" }, { token }))).toBe(failure);
  });

  it("of an unknown event", async () => {
    const base = await recordedIndico(version);
    expect(await failureOf(readExports({ base, event: "99999" }, {}))).toMatch(
      /^missing: HOST has no event 99999, or/,
    );
  });
});

describe("other answers", () => {
  const page =
    (status: number, text: string, headers = {}): Handler =>
    (_, response) => {
      response.writeHead(status, { "content-type": "text/html", ...headers }).end(text);
    };
  const failure = async (handler: Handler, token?: string) =>
    failureOf(readExports({ base: await httpServer(handler), event: "1" }, { token }));

  it.each<[number, string, Record<string, string>, string]>([
    [
      200,
      "<html>Sign in</html>",
      {},
      "answer: HOST answered with something else than data of Indico; is it Indico?",
    ],
    [
      200,
      '{"results": [{',
      {},
      "answer: HOST answered with something else than data of Indico; is it Indico?",
    ],
    [200, "null", {}, "answer: HOST answered with something else than data of Indico; is it Indico?"],
    [
      403,
      "",
      {},
      "token: HOST gives event 1 to people who signed in only: a token of the scope read:legacy_api is needed, see http://HOST/user/tokens/",
    ],
    [
      404,
      "",
      {},
      "missing: HOST has no event 1, or it is protected and can be read with a token of the scope read:legacy_api from http://HOST/user/tokens/ only",
    ],
    [418, "", {}, "answer: HOST refused the request for event 1 (418)"],
    [429, "", {}, "answer: HOST got too many requests; try again in a few minutes"],
    [429, "", { "retry-after": "30" }, "answer: HOST got too many requests; try again in 30 seconds"],
    [500, "", {}, "answer: HOST has an internal problem (500); try again later"],
    [502, "", {}, "answer: HOST has an internal problem (502); try again later"],
  ])("%i %s %j", async (status, text, headers, expected) => {
    expect(await failure(page(status, text, headers))).toBe(expected);
  });

  it("a redirect to the page for signing in", async () => {
    const handler: Handler = ({ url }, response) => {
      if (url?.startsWith("/login")) response.end("<html>");
      else response.writeHead(302, { location: "/login/?next=/export" }).end();
    };
    expect(await failure(handler)).toMatch(/^token: HOST gives event 1 to people who signed in only/);
    expect(await failure(handler, "indp_token")).toBe(
      "token: HOST asks to sign in for event 1, although there is a token",
    );
  });

  it("a timetable that fails is a remark", async () => {
    const base = await httpServer(({ url }, response) => {
      if (url?.startsWith("/export/event/")) response.end('{"results": [{"title": "T"}]}');
      else response.writeHead(500).end();
    });
    const { timetable, remarks } = await readExports({ base, event: "1" }, {});
    expect(timetable).toBeUndefined();
    expect(remarks.map((remark) => remark.replace(/127[\d.:]*/, "HOST"))).toEqual([
      "The breaks are missing, as the timetable could not be read: HOST has an internal problem (500); try again later.",
    ]);
  });

  it("a failure does not wait for the timetable, and a cancellation ends both", async () => {
    const base = await httpServer(({ url }, response) => {
      if (url?.startsWith("/export/event/1.")) response.writeHead(404).end();
    });
    expect(await failureOf(readExports({ base, event: "1" }, {}))).toMatch(/^missing/);
    const signal = AbortSignal.timeout(20);
    expect(await failureOf(readExports({ base, event: "2" }, { signal }))).toMatch(/^interrupted/);
  });
});

describe("a short address", () => {
  const resolve = async (location: string) => {
    const base = await httpServer(({ url, headers }, response) => {
      if (headers.authorization !== undefined) response.writeHead(500).end();
      else if (url === "/e/board") response.writeHead(302, { location }).end();
      else if (url === "/event/12/") response.writeHead(302, { location: "/login/?next=/event/12/" }).end();
      else response.end("<html>");
    });
    return { base, work: resolveEvent(readIndicoAddress(`${base}/e/board`), { token: "indp_token" }) };
  };

  it("leads to its event, also a protected one, without the token", async () => {
    const { base, work } = await resolve("/event/12/");
    expect(await work).toEqual({ base, event: "12" });
  });

  it("that leads elsewhere has no event", async () => {
    const { work } = await resolve("/category/5/");
    expect(await failureOf(work)).toBe("missing: HOST has no event of this name");
  });

  it("may be none", async () => {
    expect(await failureOf(resolveEvent(readIndicoAddress("https://indico.cern.ch/"), {}))).toMatch(
      /^address: this is not/,
    );
    const address = { base: "https://indico.cern.ch", event: "1" };
    expect(await resolveEvent({ address }, {})).toEqual(address);
  });
});
