import { createServer as createNetServer } from "node:net";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { type HttpRequest, httpRequest } from "../../../server/src/host/network/httpRequest";
import { NetworkError } from "../../../server/src/host/network/networkError";
import { bodyOf, httpServer, listen } from "../../support/httpServer";

const token = "indp_a-secret-of-the-tests";

async function failureOf(request: HttpRequest): Promise<NetworkError> {
  const error = await httpRequest(request).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof NetworkError)) throw new Error(`no NetworkError: ${String(error)}`);
  return error;
}

/** The message with the host as `HOST`. */
async function messageOf(request: HttpRequest): Promise<string> {
  const { message } = await failureOf(request);
  return message.replaceAll(/127\.0\.0\.1:\d+/g, "HOST");
}

describe("a request", () => {
  it("has a token, names what it accepts, and returns the answer", async () => {
    const seen: unknown[] = [];
    const base = await httpServer(({ headers, method, url }, response) => {
      seen.push([method, url, headers.authorization, headers["accept-encoding"]]);
      response.writeHead(404, { "content-type": "text/plain" }).end("nothing");
    });
    const answer = await httpRequest({ url: `${base}/a?b=c`, token });
    expect(seen).toEqual([["GET", "/a?b=c", `Bearer ${token}`, "gzip"]]);
    expect([answer.status, answer.body.toString(), answer.url]).toEqual([404, "nothing", `${base}/a?b=c`]);
  });

  it("sends JSON in a POST", async () => {
    const base = await httpServer(async (request, response) => {
      response.end(JSON.stringify([request.method, request.headers["content-type"], await bodyOf(request)]));
    });
    const { body } = await httpRequest({ url: base, json: { source: "ü" } });
    expect(JSON.parse(body.toString())).toEqual(["POST", "application/json", '{"source":"ü"}']);
  });

  it("decompresses, and reports its progress", async () => {
    const text = "agenda ".repeat(50_000);
    const base = await httpServer((_, response) => {
      response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(text));
    });
    const progress: number[] = [];
    const { body } = await httpRequest({ url: base, onProgress: (bytes) => progress.push(bytes) });
    expect(body.toString()).toBe(text);
    expect(progress.at(-1)).toBe(text.length);
    expect(progress.length).toBeGreaterThan(1);
  });
});

describe("an address is refused", () => {
  it.each([
    ["http://indico.example.org/event/1", /must start with https:.*unencrypted/],
    ["ftp://indico.example.org/", /must start with https/],
    ["https://user:secret@indico.example.org/", /must not contain a user name or a password/],
    ["nothing", /is not an address/],
    [`https://indico.example.org/${"a".repeat(3000)}`, /too long/],
  ])("%s", async (url, pattern) => {
    const { kind, message } = await failureOf({ url, token });
    expect(kind).toBe("address");
    expect(message).toMatch(pattern);
    expect(message).not.toContain("secret");
  });
});

describe("a failure has one sentence that names the host:", () => {
  const limits = { connect: 200, whole: 300, answerBytes: 1000 };

  it("no server", async () => {
    expect(await messageOf({ url: "http://127.0.0.1:1/" })).toBe("HOST refuses the connection");
  });

  it("an unknown host", async () => {
    const { message } = await failureOf({ url: "https://no-such-host.invalid/a?b", proxy: direct });
    expect(message).toMatch(/^no-such-host\.invalid (?:is not a known host|cannot be looked up)/);
  });

  it.each([
    ["before the head", ""],
    ["in the body", "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf"],
    ["in a chunk", "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nff\r\nhalf"],
  ])("a connection that is cut %s", async (_, text) => {
    const port = await listen(createNetServer((socket) => socket.once("data", () => socket.end(text))));
    expect(await messageOf({ url: `http://127.0.0.1:${port}` })).toBe(
      "HOST closed the connection before its answer was complete",
    );
  });

  it("compressed data that is cut", async () => {
    const whole = gzipSync("agenda ".repeat(1000));
    const base = await httpServer((_, response) => {
      response.writeHead(200, { "content-encoding": "gzip" }).end(whole.subarray(0, 40));
    });
    expect(await messageOf({ url: base })).toBe("HOST closed the connection before its answer was complete");
  });

  it.each([
    ["gzip", "HOST sent an answer whose compression is damaged"],
    ["br", "HOST sent an answer in a compression that was not asked for"],
  ])("compression %s that is not", async (encoding, message) => {
    const base = await httpServer((_, response) => {
      response.writeHead(200, { "content-encoding": encoding }).end("not compressed at all");
    });
    expect(await messageOf({ url: base })).toBe(message);
  });

  it("no HTTP", async () => {
    const port = await listen(
      createNetServer((socket) => socket.once("data", () => socket.end("SSH-2.0-x\r\n\r\n"))),
    );
    expect(await messageOf({ url: `http://127.0.0.1:${port}` })).toBe("HOST does not answer in HTTP");
  });

  it("no answer, or a slow one", async () => {
    const silent = await httpServer(() => {});
    const slow = await httpServer((_, response) => void response.writeHead(200).write("{"));
    for (const url of [silent, slow])
      expect(await messageOf({ url, limits })).toBe("HOST did not complete its answer in 0.3 seconds");
  });

  it("a large answer, compressed or not", async () => {
    const text = "a".repeat(2_000_000);
    const plain = await httpServer((_, response) => void response.end(text));
    const compressed = await httpServer((_, response) => {
      response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(text));
    });
    for (const url of [plain, compressed])
      expect(await messageOf({ url, limits: { answerBytes: 1_000_000 } })).toBe(
        "the answer of HOST has more than 1 MB and is not read",
      );
  });

  it("a cancelled request, before and during it", async () => {
    const base = await httpServer(() => {});
    const controller = new AbortController();
    const during = failureOf({ url: base, signal: controller.signal });
    setTimeout(() => controller.abort(), 20);
    expect((await during).kind).toBe("interrupted");
    const { kind, message } = await failureOf({ url: base, signal: AbortSignal.abort() });
    expect([kind, message.replace(/:\d+/, "")]).toEqual([
      "interrupted",
      "the request to 127.0.0.1 was cancelled",
    ]);
  });
});

const direct = { proxy: "", strictSsl: true, noProxy: [] };

describe("a redirect", () => {
  const redirectTo = (location: string) =>
    httpServer(({ url, headers }, response) => {
      if (url === "/end") response.end(headers.authorization ?? "no token");
      else response.writeHead(302, { location }).end();
    });

  it("within the origin is followed, with the token", async () => {
    const base = await redirectTo("/end");
    const answer = await httpRequest({ url: `${base}/start`, token });
    expect(answer.body.toString()).toBe(`Bearer ${token}`);
    expect(answer.redirects).toEqual([`${base}/end`]);
  });

  it("to another origin is refused with a token, and followed without one", async () => {
    const other = await redirectTo("/end");
    const base = await redirectTo(`${other}/end`);
    const { kind, message } = await failureOf({ url: base, token });
    expect(kind).toBe("redirect");
    expect(message).toBe(
      `${new URL(base).host} leads to ${other}; a token is never sent to another host: use the address there`,
    );
    const answer = await httpRequest({ url: base });
    expect([answer.body.toString(), answer.url]).toEqual(["no token", `${other}/end`]);
  });

  it.each(["http://indico.example.org/", "https://user:secret@indico.example.org/", "ftp://x.y/"])(
    "to %s is refused",
    async (location) => {
      const base = await redirectTo(location);
      const { kind, message } = await failureOf({ url: base });
      expect(kind).toBe("redirect");
      expect(message).not.toContain("secret");
    },
  );

  it("without end is refused", async () => {
    const base = await redirectTo("/start");
    expect(await messageOf({ url: base })).toBe("HOST leads from one address to the next without end");
  });

  it("is returned if it is not followed, and always to a POST", async () => {
    const base = await redirectTo("/end");
    expect((await httpRequest({ url: base, followsRedirects: false })).status).toBe(302);
    expect((await httpRequest({ url: base, json: {} })).status).toBe(302);
  });
});
