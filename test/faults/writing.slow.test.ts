/** Events while a file is written: a change by another program, a signal, a disk that fills up half way. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { linkSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { expandAll } from "../../server/src/cli/files/expandPaths";
import { readRegularFile } from "../../server/src/cli/files/readRegularFile";
import { contentOf, inFolder } from "../support/commandLine";
import { inMeeting } from "../support/findings";
import { bundle } from "../support/server";

const preload = fileURLToPath(new URL("preload.cjs", import.meta.url));
const [a, b, c] = ["a.contributions.yaml", "b.contributions.yaml", "c.contributions.yaml"];
const before = inMeeting("  - title: x\n    themes: [security, security]\n");
const after = before.replace(", security", "");

function run(fault: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--require", preload, bundle("cli.js"), ...args],
    { encoding: "utf8", env: { ...process.env, FAULT: fault } },
  );
  return { code: status, out: stdout, err: stderr };
}

describe("fix, while another program saves", () => {
  it.each([
    ["append", "has changed since it was read, and was not written", `${before}# saved meanwhile\n`],
    ["rename", "has changed since it was read, and was not written", "# saved meanwhile\n"],
    ["remove", "has been removed since it was read", undefined],
  ])("does not write the file (%s), reports it, and continues", async (fault, message, content) => {
    await inFolder({ [a]: before, [b]: before });
    const { code, out, err } = run(`${fault}:${a}`, "fix", ".");
    expect({ code, out, err }).toEqual({
      code: 2,
      out: `${b}: 1 edit\nfixed 1 of 2 files, 1 refused\n`,
      err: `wlcg-notes: ${a}: ${message}\n`,
    });
    expect(readdirSync(".")).toEqual(content === undefined ? [b] : [a, b]);
    if (content !== undefined) expect(await contentOf(a)).toBe(content);
    expect(await contentOf(b)).toBe(after);
  });

  it("keeps what was saved to a file that comes later, and fixes it", async () => {
    await inFolder({ [a]: before, [b]: before });
    const { code, err } = run(`append:${b}`, "fix", ".");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(await contentOf(b)).toBe(`${after}# saved meanwhile\n`);
  });

  it("names a file that is removed before it is read", async () => {
    await inFolder({ [a]: before, [b]: before, [c]: before });
    const { code, err } = run(`remove:${b}`, "fix", ".");
    expect({ code, err }).toEqual({ code: 2, err: `wlcg-notes: ${b}: no such file or folder\n` });
    expect(await contentOf(c)).toBe(after);
  });
});

describe.skipIf(process.platform === "win32")("a folder that a link replaces meanwhile", () => {
  const message = "its folder has changed since it was listed";
  const inFolders = () =>
    inFolder({
      [`m/sub/${a}`]: before,
      [`m/sub/deep/${b}`]: before,
      [`outside/${a}`]: before,
      [`outside/deep/${b}`]: before,
    });
  const untouched = async (): Promise<void> => {
    expect(readdirSync("outside").sort()).toEqual([a, "deep"]);
    for (const file of [`outside/${a}`, `outside/deep/${b}`]) expect(await contentOf(file)).toBe(before);
  };

  it.each(["m", "m/sub", "m/**", "m/sub/**/*.yaml", "m/*/*.yaml"])(
    "leads fix of %s neither to a file nor to a safety copy outside",
    async (path) => {
      await inFolders();
      const { code, err } = run("swap:m/sub", "fix", path);
      expect(code).toBe(2);
      expect(err).toContain(`wlcg-notes: m/sub/${a}: ${message}\n`);
      await untouched();
      expect(readdirSync("m/sub.old").sort()).toEqual([a, "deep"]);
      expect(await contentOf(`m/sub.old/${a}`)).toBe(before);
    },
  );

  it("leads fix and check to no file that comes later", async () => {
    await inFolders();
    writeFileSync(`m/${a}`, before);
    const { code, out, err } = run("swap:m/sub", "fix", "m");
    expect({ code, out, err }).toEqual({
      code: 2,
      out: `m/${a}: 1 edit\nfixed 1 of 3 files, 2 refused\n`,
      err: `wlcg-notes: m/sub/${a}: ${message}\nwlcg-notes: m/sub/deep/${b}: ${message}\n`,
    });
    await untouched();
  });

  it("leads to nothing outside where the same folder is linked from elsewhere", async () => {
    await inFolders();
    const [folder] = await expandAll(["m"], () => {});
    renameSync("m/sub", "outside/sub");
    symlinkSync("../outside/sub", "m/sub");
    await expect(folder && readRegularFile(folder)).rejects.toThrow(message);
  });
});

describe.skipIf(process.platform === "win32")("a signal while a file is written", () => {
  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ])("%s ends fix with %i once that file is whole", async (signal, expected) => {
    await inFolder({ [a]: before, [b]: before });
    const { code, out, err } = run(`signal:${signal}:${signal}`, "fix", ".");
    expect({ code, out, err }).toEqual({
      code: expected,
      out: `${a}: 1 edit\nfixed 1 of 1 file\n`,
      err: `wlcg-notes: interrupted by ${signal}; the file being written is complete\n`,
    });
    expect(readdirSync(".")).toEqual([a, b]);
    expect([await contentOf(a), await contentOf(b)]).toEqual([after, before]);
  });

  it.each(["notes.md", "new.md"])("ends render -o %s with a whole file", async (name) => {
    await inFolder({ [a]: before, "notes.md": "the notes of last week" });
    expect(run("signal:SIGTERM", "render", a, "-o", name).code).toBe(143);
    expect(await contentOf(name)).toContain("# M");
    expect(readdirSync(".").sort()).toEqual([...new Set([a, "notes.md", name])].sort());
  });
});

describe.skipIf(process.platform === "win32")("a signal while fix computes", () => {
  it("ends the program at once and writes nothing", async () => {
    const large = inMeeting("  - title: x\n    themes: [security, security]\n".repeat(20_000));
    await inFolder({ [a]: large });
    const child = spawn(process.execPath, [bundle("cli.js"), "fix", a], { stdio: "ignore" });
    await pause(700);
    child.kill("SIGINT");
    const [, signal] = await once(child, "close");
    expect(signal).toBe("SIGINT");
    expect(readdirSync(".")).toEqual([a]);
    expect(await contentOf(a)).toBe(large);
  });
});

describe.skipIf(process.platform === "win32")("a second signal while a file is written", () => {
  it("ends the program at once", async () => {
    await inFolder({ [a]: before });
    const env = { ...process.env, FAULT: "wait" };
    const command = ["--require", preload, bundle("cli.js"), "fix", a];
    const child = spawn(process.execPath, command, { stdio: "ignore", env });
    const exit = once(child, "exit");
    while (readdirSync(".").length === 1) await pause(20);
    for (let signals = 0; signals < 2; signals++) {
      await pause(300);
      expect([child.exitCode, child.signalCode]).toEqual([null, null]);
      child.kill("SIGTERM");
    }
    expect(await exit).toEqual([143, null]);
    expect(await contentOf(a)).toBe(before);
  });
});

describe("a disk that is full when a file is written in place", () => {
  it("gets the old content back, in each of its names", async () => {
    await inFolder({ [a]: before, "notes.md": "the notes of last week" });
    linkSync("notes.md", "link.md");
    for (const args of [
      ["fix", a],
      ["render", a, "-o", "link.md"],
    ]) {
      const { code, err } = run("write:1", ...args);
      expect([code, err]).toEqual([2, `wlcg-notes: ${args.at(-1)}: no space left on the disk\n`]);
    }
    expect(await contentOf(a)).toBe(before);
    expect(await contentOf("notes.md")).toBe("the notes of last week");
    expect(readdirSync(".").sort()).toEqual([a, "link.md", "notes.md"]);
  });

  it("leaves the new content in the safety copy where the old one cannot be written back", async () => {
    await inFolder({ [a]: before });
    const { code, err } = run("write:2", "fix", a);
    const [copy = ""] = readdirSync(".").filter((name) => name.endsWith(".tmp"));
    expect([code, err]).toEqual([
      2,
      `wlcg-notes: ${a}: is only partly written: no space left on the disk; the complete new content is in ${process.cwd()}/${copy}\n`,
    ]);
    expect(readFileSync(copy, "utf8")).toBe(after);
  });
});
