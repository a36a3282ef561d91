// A stand-in for Indico on the loopback interface: recorded exports of one event, and minutes that need a token.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";

/** The only token that it accepts. */
export const indicoToken = "indp_0123456789abcdefghijABCDEFGHIJ0123456789ab";

/**
 * @typedef {object} IndicoServer
 * @property {string} address of the event
 * @property {Map<string, string>} minutes by their page: `/event/1`
 * @property {string[]} requests each as `GET /event/1/api/note`
 * @property {(text: string, replacement: string) => void} change changes the agenda
 * @property {() => Promise<void>} stop
 */

/**
 * @param {string} root of the project
 * @returns {Promise<IndicoServer>}
 */
export async function startIndico(root) {
  const folder = `${root}/test/fixtures/indico/recorded/3.3.14`;
  /** @type {Map<string, string>} */
  const minutes = new Map();
  /** @type {string[]} */
  const requests = [];
  /** @type {(readonly [string, string])[]} */
  const changes = [];
  const server = createServer(async (request, response) => {
    const path = (request.url ?? "").replace(/\?.*/, "");
    requests.push(`${request.method} ${path}`);
    /** @type {(status: number, value: unknown) => void} */
    const send = (status, value) =>
      void response
        .writeHead(status, { "content-type": "application/json" })
        .end(typeof value === "string" ? value : JSON.stringify(value));
    const exported = /^\/export\/(event|timetable)\/1\.json$/.exec(path)?.[1];
    if (exported) {
      const file = exported === "event" ? "board.sessions.json" : "board.timetable.json";
      const text = (await readFile(`${folder}/${file}`, "utf8"))
        .replaceAll("\\/", "/")
        .replaceAll("https://indico.example.org", base);
      return send(
        200,
        changes.reduce((changed, [from, to]) => changed.replaceAll(from, to), text),
      );
    }
    const page = /^(\/event\/1(?:\/contributions\/\d+)?)\/api\/note$/.exec(path)?.[1];
    if (page === undefined) return send(404, {});
    if (request.headers.authorization !== `Bearer ${indicoToken}`)
      return send(401, { error: "invalid_token" });
    if (request.method === "POST") {
      const { source } = JSON.parse(await bodyOf(request));
      minutes.set(page, source.trim());
    }
    const source = minutes.get(page);
    const stored = {
      source,
      id: source?.length,
      html: source,
      render_mode: "html",
      note_author: "B. Scribe",
    };
    return send(200, source === undefined ? {} : stored);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  // the steps end without it
  server.unref();
  const listening = server.address();
  const base = `http://127.0.0.1:${typeof listening === "object" ? listening?.port : ""}`;
  return {
    address: `${base}/event/1/`,
    minutes,
    requests,
    change: (text, replacement) => void changes.push([text, replacement]),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/**
 * @param {import("node:http").IncomingMessage} request
 * @returns {Promise<string>}
 */
async function bodyOf(request) {
  let body = "";
  for await (const part of request) body += part;
  return body;
}
