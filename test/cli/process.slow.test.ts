import { type ChildProcess, execFile, type StdioOptions, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, openSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import manifest from "../../package.json";
import { contentOf, inFolder, type Outcome } from "../support/commandLine";
import { inMeeting } from "../support/findings";
import { bundle, startServer } from "../support/server";

const name = "a.contributions.yaml";
const twice = inMeeting("  - title: x\n    themes: [security, security]\n");

/** `node dist/cli.js` in the current folder. */
function run(...args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(process.execPath, [bundle("cli.js"), ...args], (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

describe("node dist/cli.js", () => {
  it("exits 1 with findings, without colours on a pipe", async () => {
    await inFolder({ [name]: twice });
    expect(await run("check", ".")).toEqual({
      code: 1,
      out: `${name}:6:24: warning: Duplicate theme \`security\`. [duplicate-theme]\n    6 |     themes: [security, security]\n      |                        ^^^^^^^^\n0 errors, 1 warning in 1 file\n`,
      err: "",
    });
  });

  it("exits 0 once they are fixed, and 2 where a path leads nowhere", async () => {
    await inFolder({ [name]: twice });
    expect((await run("fix", name)).code).toBe(0);
    expect(await contentOf(name)).toBe(twice.replace(", security", ""));
    expect((await run("check", "*.yaml")).code).toBe(0);
    expect(await run("check", "gone")).toEqual({
      code: 2,
      out: "",
      err: "wlcg-notes: gone: no such file or folder\n",
    });
  });

  it("says its version, and that a command is unknown", async () => {
    expect(await run("--version")).toEqual({ code: 0, out: `${manifest.version}\n`, err: "" });
    expect((await run("nonsense")).code).toBe(2);
  });

  it("answers help and version without any other file", async () => {
    await inFolder({ "cli.js": await readFile(bundle("cli.js")) });
    for (const option of ["--version", "--help"]) {
      const alone = spawnSync(process.execPath, ["cli.js", option], { encoding: "utf8" });
      expect({ code: alone.status, out: alone.stdout, err: alone.stderr }).toEqual(await run(option));
    }
  });

  it("is quiet where its reader has seen enough, and its exit code is that of its work", async () => {
    await inFolder({ [name]: inMeeting("  - title: x\n".repeat(3_000)) });
    const child = spawn(process.execPath, [bundle("cli.js"), "check", name]);
    let err = "";
    child.stderr.on("data", (data: Buffer) => {
      err += data.toString();
    });
    child.stdout.once("data", () => child.stdout.destroy());
    const [code] = await once(child, "close");
    expect({ code, err }).toEqual({ code: 1, err: "" });
  });

  it.skipIf(!existsSync("/dev/full"))("says in one line that its output has no room", async () => {
    await inFolder({ [name]: twice });
    const full = openSync("/dev/full", "w");
    const child = spawn(process.execPath, [bundle("cli.js"), "render", name], {
      stdio: ["ignore", full, "pipe"],
    });
    closeSync(full);
    let err = "";
    child.stderr?.on("data", (data: Buffer) => {
      err += data.toString();
    });
    const [code] = await once(child, "close");
    expect({ code, err }).toEqual({
      code: 2,
      err: "wlcg-notes: standard output: no space left on the disk\n",
    });
  });

  const many = Array.from({ length: 300 }, (_, index) => `${index}.contributions.yaml`);

  /** `fix .` of many files with an unread or full standard output or error. */
  async function fixAll(
    args: readonly string[],
    stdio: StdioOptions,
    atStart: (child: ChildProcess) => void,
  ) {
    await inFolder(Object.fromEntries(many.map((file) => [file, twice])));
    const child = spawn(process.execPath, [bundle("cli.js"), "fix", ".", ...args], { stdio });
    atStart(child);
    let err = "";
    child.stderr?.on("data", (data: Buffer) => {
      err += data.toString();
    });
    const [code] = await once(child, "close");
    const contents = await Promise.all(many.map(contentOf));
    return {
      code,
      err,
      unfixed: contents.filter((content) => content.includes("security, security")).length,
    };
  }

  it("fixes every file where its reader leaves after the first", async () => {
    const leave = (child: ChildProcess) => child.stdout?.once("data", () => child.stdout?.destroy());
    const outcome = await fixAll([], ["ignore", "pipe", "pipe"], leave);
    expect(outcome).toEqual({ code: 0, err: "", unfixed: 0 });
  });

  it("fixes every file if standard error is closed", async () => {
    const leave = (child: ChildProcess) => child.stderr?.destroy();
    const outcome = await fixAll(["gone", "gone too"], ["ignore", "ignore", "pipe"], leave);
    expect(outcome).toEqual({ code: 2, err: "", unfixed: 0 });
  });

  it.skipIf(!existsSync("/dev/full"))("fixes every file where its output has no room", async () => {
    const full = openSync("/dev/full", "w");
    const outcome = await fixAll([], ["ignore", full, "pipe"], () => closeSync(full));
    expect(outcome).toEqual({
      code: 2,
      err: "wlcg-notes: standard output: no space left on the disk\n",
      unfixed: 0,
    });
  });

  it("lsp ends quietly where its client reads no more", async () => {
    await inFolder({});
    const child = spawn(process.execPath, [bundle("cli.js"), "lsp"]);
    let err = "";
    child.stderr.on("data", (data: Buffer) => {
      err += data.toString();
    });
    child.stdout.destroy();
    const initialize = { jsonrpc: "2.0", id: 1, method: "initialize", params: { capabilities: {} } };
    const text = JSON.stringify(initialize);
    child.stdin.write(`Content-Length: ${text.length}\r\n\r\n${text}`);
    const [code] = await once(child, "close");
    expect({ code, err }).toEqual({ code: 0, err: "" });
  });

  it.each([[["--stdio"]], [[]], [["--stdio", "--clientProcessId=1"]]])(
    "lsp %j serves a client",
    async (args) => {
      const client = await startServer("cli.js", ["lsp", ...args]);
      const uri = "file:///a.contributions.yaml";
      await client.sendNotification("textDocument/didOpen", {
        textDocument: { uri, languageId: "wlcg-contributions", version: 1, text: twice },
      });
      const report = await client.sendRequest<{ items: readonly { code: string }[] }>(
        "textDocument/diagnostic",
        {
          textDocument: { uri },
        },
      );
      expect(report.items.map(({ code }) => code)).toEqual(["duplicate-theme"]);
    },
  );
});
