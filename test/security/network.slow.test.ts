/** Neither server nor command line reaches the network, starts a program, or runs what a file says. */
import { execFile, spawnSync } from "node:child_process";
import { copyFileSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";
import { smallCatalogue } from "../support/catalogue";
import { inFolder } from "../support/commandLine";
import { sample } from "../support/editors";
import { clients } from "../support/protocol/clients";
import { RawServer } from "../support/protocol/rawServer";
import { askEverything, start } from "../support/protocol/session";
import { bundle } from "../support/server";

const probe = fileURLToPath(new URL("probe.cjs", import.meta.url));
const root = fileURLToPath(new URL("../..", import.meta.url));
const deeds = (log: string): readonly string[] => log.match(/\[asked for [^\]]*\]/g) ?? [];

/** `node dist/cli.js` with the probe, in the current folder. */
function run(...args: readonly string[]): Promise<{ readonly code: number; readonly err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ["--require", probe, bundle("cli.js"), ...args], (error, _, err) =>
      resolve({ code: error ? Number(error.code) : 0, err }),
    );
  });
}

/** A session over the sample in a workspace with a catalogue and an archive; what the server did besides. */
async function session(server: RawServer): Promise<void> {
  const folder = await inFolder({ "themes.yaml": smallCatalogue });
  copyFileSync(sample, basename(sample));
  await start(server, clients.rich, {
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "work" }],
    initializationOptions: { catalogue: "themes.yaml" },
  });
  await askEverything(server, readFileSync(sample, "utf8"), 499);
  await server.request("shutdown");
  server.notify("exit");
}

const settings = { "workspace/configuration": [{ catalogue: "themes.yaml" }] };

describe("the probe", () => {
  it.each([
    "require('node:net').connect(80)",
    "fetch('http://example.org')",
    "require('http').get('http://example.org')",
    "require('dns').lookup('example.org', () => {})",
    "require('child_process').execSync('true')",
    "import('node:https').then((https) => https.get('https://example.org'))",
    "eval('1')",
  ])("catches %s", (code) => {
    const { stderr } = spawnSync(process.execPath, ["--require", probe, "-e", code], { encoding: "utf8" });
    expect(deeds(stderr)).toHaveLength(1);
  });
});

describe("nothing is asked of the network, and no program started", () => {
  it("by the server, whatever it is asked", async () => {
    const server = new RawServer(["--stdio"], settings, ["--require", probe]);
    await session(server);
    expect(await server.ended()).toBe(0);
    expect(deeds(server.log)).toEqual([]);
  }, 30_000);

  it("by the command line", async () => {
    await inFolder({});
    const file = basename(sample);
    copyFileSync(sample, file);
    const commands = [
      ["check", ".", "--format", "sarif"],
      ["suggest", file, "--format", "json"],
      ["coverage", ".", "--format", "svg"],
      ["render", file, "--force", "--to", "html", "-o", "notes.html"],
      ["fix", "--tag", "--archive", ".", file],
    ];
    for (const command of commands) {
      const { code, err } = await run(...command);
      expect([command[0], code === 2, deeds(err)]).toEqual([command[0], false, []]);
    }
  }, 30_000);

  it("by the editor's side: its sources name nothing that could", () => {
    const means =
      /\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|openExternal|createTerminal|eval|Function)\(/;
    const sources = globSync(["client/**/*.ts", "server/src/**/*.ts"], { cwd: root, absolute: true });
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.filter((file) => means.test(readFileSync(file, "utf8")))).toEqual([]);
  });
});

const isolated = ["unshare", "--net", "--map-root-user"] as const;
const canIsolate = spawnSync(isolated[0], [...isolated.slice(1), "true"]).status === 0;

describe("a server cut off from every network, the machine's own too", () => {
  it.skipIf(!canIsolate && !process.env.CI)(
    "answers all the same (wants `unshare` of util-linux, and the right to use it)",
    async () => {
      const server = new RawServer(["--stdio"], settings, [], isolated);
      await session(server);
      expect(await server.ended()).toBe(0);
      expect(server.received.some((message) => "result" in message)).toBe(true);
      expect(server.received.filter((message) => "error" in message)).toEqual([]);
    },
    30_000,
  );
});
