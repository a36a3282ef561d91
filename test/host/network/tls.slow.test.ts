/** Encrypted connections and proxies. The certificate of the tests counts as that of a known authority, where a test needs it. */
import { readFileSync } from "node:fs";
import { createServer as createHttpServer, type IncomingMessage, type RequestListener } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { connect, createServer as createNetServer, type Socket } from "node:net";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { type HttpRequest, httpRequest } from "../../../server/src/host/network/httpRequest";
import { NetworkError } from "../../../server/src/host/network/networkError";
import { listen } from "../../support/httpServer";

const pem = (name: string) =>
  readFileSync(new URL(`../../fixtures/certificates/${name}.pem`, import.meta.url), "utf8");
const certificate = pem("server");

const trust = vi.hoisted(() => ({ authorities: undefined as string[] | undefined }));
vi.mock("../../../server/src/host/network/certificates", () => ({
  trustedAuthorities: () => trust.authorities,
}));

beforeEach(() => {
  trust.authorities = [certificate, pem("expired")];
});

const token = "indp_a-secret-of-the-tests";

/** @returns the port */
const httpsServer = (handler: RequestListener, name = "server") =>
  listen(createHttpsServer({ cert: pem(name), key: pem(name) }, handler));

async function messageOf(request: HttpRequest): Promise<string> {
  const error = await httpRequest({ token, ...request }).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof NetworkError)) throw new Error(`no NetworkError: ${String(error)}`);
  return error.message.replaceAll(/:\d{4,5}\b/g, "");
}

describe("a certificate", () => {
  it("of a trusted authority is accepted", async () => {
    const port = await httpsServer((_, response) => void response.end("agenda"));
    expect((await httpRequest({ url: `https://127.0.0.1:${port}` })).body.toString()).toBe("agenda");
  });

  it("of an unknown authority is refused, before anything is sent", async () => {
    trust.authorities = undefined;
    const seen: unknown[] = [];
    const port = await httpsServer(({ url }) => void seen.push(url));
    expect(await messageOf({ url: `https://127.0.0.1:${port}` })).toBe(
      "127.0.0.1 has a certificate of an unknown authority; NODE_EXTRA_CA_CERTS can name a file with the certificate of the authority",
    );
    expect(seen).toEqual([]);
  });

  it("that has expired is refused", async () => {
    const port = await httpsServer(() => {}, "expired");
    expect(await messageOf({ url: `https://127.0.0.1:${port}` })).toBe(
      "127.0.0.1 has a certificate that has expired",
    );
  });

  it("for another host is refused", async () => {
    const port = await httpsServer(() => {});
    expect(await messageOf({ url: `https://localhost:${port}` })).toBe(
      "localhost has a certificate for another host",
    );
  });

  it("is missing where a server does not encrypt", async () => {
    const port = await listen(createHttpServer((_, response) => void response.end()));
    expect(await messageOf({ url: `https://127.0.0.1:${port}` })).toBe("127.0.0.1 does not answer in HTTPS");
  });

  it("is never sent, where a server does not speak at all", async () => {
    const port = await listen(createNetServer(() => {}));
    expect(await messageOf({ url: `https://127.0.0.1:${port}`, limits: { connect: 200 } })).toBe(
      "127.0.0.1 does not answer: no connection in 0.2 seconds",
    );
  });
});

describe("a redirect from https", () => {
  it.each(["http://127.0.0.1/", "http://indico.example.org/"])("to %s is refused", async (location) => {
    const port = await httpsServer((_, response) => void response.writeHead(302, { location }).end());
    expect(await messageOf({ url: `https://127.0.0.1:${port}`, token: undefined })).toMatch(
      /^127\.0\.0\.1 leads/,
    );
  });
});

/** A proxy that knows every host as this machine, and what it was asked. */
function tunnelProxy(isEncrypted = false): { readonly port: Promise<number>; readonly asked: string[] } {
  const asked: string[] = [];
  const onConnect = ({ url = "", headers }: IncomingMessage, socket: Socket): void => {
    asked.push(
      [url.replace(/:\d+$/, ""), headers["proxy-authorization"] ?? "", headers.authorization ?? ""].join(" "),
    );
    const server = connect(Number(url.split(":").at(-1)), "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      server.pipe(socket).pipe(server);
    });
    server.on("error", () => socket.destroy());
  };
  const proxy = isEncrypted ? createHttpsServer({ cert: certificate, key: certificate }) : createHttpServer();
  return { port: listen(proxy.on("connect", onConnect)), asked };
}

const settings = (proxy: string, strictSsl = true) => ({ proxy, strictSsl, noProxy: [] });

describe("a proxy", () => {
  it("gets the host and its own password only", async () => {
    const port = await httpsServer(({ headers }, response) => void response.end(headers.authorization));
    const { port: proxyPort, asked } = tunnelProxy();
    const proxy = settings(`http://us%40er:pass@127.0.0.1:${await proxyPort}`);
    const { body } = await httpRequest({ url: `https://indico.test:${port}/event?a=b`, token, proxy });
    expect(body.toString()).toBe(`Bearer ${token}`);
    expect(asked).toEqual([`indico.test Basic ${Buffer.from("us@er:pass").toString("base64")} `]);
  });

  it("is taken from the environment", async () => {
    const port = await httpsServer((_, response) => void response.end("agenda"));
    const { port: proxyPort, asked } = tunnelProxy();
    vi.stubEnv("https_proxy", `http://127.0.0.1:${await proxyPort}`);
    vi.stubEnv("no_proxy", "");
    await httpRequest({ url: `https://indico.test:${port}` }).finally(() => vi.unstubAllEnvs());
    expect(asked).toHaveLength(1);
  });

  it("does not change whose certificate is verified", async () => {
    trust.authorities = undefined;
    const port = await httpsServer(() => {});
    const { port: proxyPort } = tunnelProxy();
    const proxy = settings(`http://127.0.0.1:${await proxyPort}`, false);
    expect(await messageOf({ url: `https://indico.test:${port}`, proxy })).toMatch(
      /^indico\.test has a certificate of an unknown authority/,
    );
  });

  it("that encrypts is verified itself, unless the setting says otherwise", async () => {
    const port = await httpsServer((_, response) => void response.end("agenda"));
    const { port: proxyPort } = tunnelProxy(true);
    const proxy = `https://localhost:${await proxyPort}`;
    const url = `https://indico.test:${port}`;
    expect(await messageOf({ url, proxy: settings(proxy) })).toBe(
      "the proxy localhost has a certificate for another host",
    );
    expect((await httpRequest({ url, proxy: settings(proxy, false) })).body.toString()).toBe("agenda");
  });

  it.each([
    ["407 Proxy Authentication Required", "the proxy 127.0.0.1 wants a user name and a password (407)"],
    ["503 Service Unavailable", "the proxy 127.0.0.1 does not connect to indico.test (503)"],
  ])("that answers %s is named", async (status, message) => {
    const port = await listen(
      createNetServer((socket) => socket.once("data", () => socket.end(`HTTP/1.1 ${status}\r\n\r\n`))),
    );
    const proxy = settings(`http://user:secret@127.0.0.1:${port}`);
    expect(await messageOf({ url: "https://indico.test/", proxy })).toBe(message);
  });

  it("that is not there is named", async () => {
    expect(await messageOf({ url: "https://indico.test/", proxy: settings("http://127.0.0.1:1") })).toMatch(
      /^the proxy 127\.0\.0\.1(?::1)? refuses the connection$/,
    );
  });

  it("that does not answer is given up, and its connection closed", async () => {
    let isClosed: () => void = () => {};
    const closed = new Promise<void>((resolve) => {
      isClosed = resolve;
    });
    const port = await listen(createNetServer((socket) => void socket.resume().once("close", isClosed)));
    const request = { url: "https://indico.test/", proxy: settings(`http://127.0.0.1:${port}`) };
    expect(await messageOf({ ...request, limits: { connect: 200 } })).toBe(
      "indico.test does not answer: no connection in 0.2 seconds",
    );
    await closed;
  });
});
