/** What happens to a file while it is written: somebody else's change, a signal, a disk that fills up half way. */
import { spawnSync } from "node:child_process";
import { linkSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
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
    ["append", "has changed since it was read; it is left as it is", `${before}# saved meanwhile\n`],
    ["rename", "has changed since it was read; it is left as it is", "# saved meanwhile\n"],
    ["remove", "has been removed since it was read", undefined],
  ])("leaves the file alone (%s), says so, and goes on", async (fault, message, content) => {
    await inFolder({ [a]: before, [b]: before });
    const { code, out, err } = run(`${fault}:${a}`, "fix", ".");
    expect({ code, out, err }).toEqual({
      code: 2,
      out: `${b}: 1 edit\nfixed 1 of 1 file\n`,
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
      err: `wlcg-notes: interrupted by ${signal}; what was being written is whole\n`,
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
      `wlcg-notes: ${a}: is only half written: no space left on the disk; the whole new content is in ${process.cwd()}/${copy}\n`,
    ]);
    expect(readFileSync(copy, "utf8")).toBe(after);
  });
});
