/** `wlcg-notes publish` as a process: signals, certificates, and what others see of the token. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer as createHttpsServer } from "node:https";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { inFolder, type Outcome } from "../support/commandLine";
import { httpServer, listen } from "../support/httpServer";
import { bundle } from "../support/server";

const name = "a.contributions.yaml";
const token = "indp_a-secret-of-the-tests";

const meeting = (base: string) => `meeting: {title: Board, date: 2026-03-10, url: "${base}/event/1/"}
contributions:
  - {title: A, themes: none, notes: x, url: "${base}/event/1/contributions/2/"}
  - {title: B, themes: none, notes: x, url: "${base}/event/1/contributions/3/"}
`;

function start(base: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const env = {
    ...process.env,
    WLCG_NOTES_INDICO_TOKEN: token,
    WLCG_NOTES_INDICO_HOST: new URL(base).host,
    ...environment,
  };
  const child = spawn(process.execPath, [bundle("cli.js"), "publish", name, ...args], { env });
  let [out, err] = ["", ""];
  child.stdout.on("data", (data) => {
    out += data;
  });
  child.stderr.on("data", (data) => {
    err += data;
  });
  const ended = once(child, "close").then(
    ([code]): Outcome => ({ code, out: out.replaceAll(base, "BASE"), err: err.replaceAll(base, "BASE") }),
  );
  return { child, ended };
}

describe("publish", () => {
  it("ends after Ctrl-C, and reports what went through", async () => {
    let interrupt = (): void => {};
    const base = await httpServer(({ url, method }, response) => {
      const isSecond = url?.includes("/contributions/3/");
      if (isSecond) return interrupt();
      const source = "<p>Not compared by this test.</p>";
      response.end(method === "GET" ? "{}" : JSON.stringify({ source }));
    });
    await inFolder({ [name]: meeting(base) });
    const { child, ended } = start(base, ["--items", "--dry-run"]);
    interrupt = () => void child.kill("SIGINT");
    const { code, out, err } = await ended;
    expect([code, err]).toEqual([130, ""]);
    expect(out.replaceAll(new URL(base).host, "HOST")).toBe(
      "would send: A: BASE/event/1/contributions/2/\nfailed: B: BASE/event/1/contributions/3/\n" +
        "  the request to HOST was cancelled\n2 pages of minutes: 1 would send, 1 failed: BASE/event/1/\n",
    );
  });

  it("trusts a certificate that NODE_EXTRA_CA_CERTS names, and no other", async () => {
    const file = fileURLToPath(new URL("../fixtures/certificates/server.pem", import.meta.url));
    const pem = readFileSync(file, "utf8");
    const server = createHttpsServer({ cert: pem, key: pem }, (_, response) => void response.end("{}"));
    const base = `https://127.0.0.1:${await listen(server)}`;
    await inFolder({ [name]: meeting(base) });
    const trusted = await start(base, ["--dry-run"], { NODE_EXTRA_CA_CERTS: file }).ended;
    expect([trusted.code, trusted.out.split("\n")[0]]).toEqual([0, "would send: Board: BASE/event/1/"]);
    const refused = await start(base, ["--dry-run"]).ended;
    expect([refused.code, refused.out]).toEqual([2, expect.stringContaining("of an unknown authority")]);
    expect(refused.out + refused.err).not.toContain(token);
  });
});
