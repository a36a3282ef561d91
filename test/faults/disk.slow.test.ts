/** A disk that is full or read-only leaves no partial file, and the previous file unchanged. */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { contentOf, inFolder, wlcgNotes } from "../support/commandLine";
import { inMeeting } from "../support/findings";
import { bundle } from "../support/server";

const fullDisk = fileURLToPath(new URL("fullDisk.cjs", import.meta.url));
const name = "a.contributions.yaml";
const meeting = inMeeting("  - title: x\n    themes: [security, security]\n");

function onFullDisk(...args: readonly string[]): { readonly code: number | null; readonly err: string } {
  const command = ["--require", fullDisk, bundle("cli.js"), ...args];
  const { status, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
  return { code: status, err: stderr };
}

const commands: readonly (readonly string[])[] = [
  ["render", name, "-o", "notes.html", "--to", "html"],
  ["render", name, "-o", "new.md"],
  ["coverage", name, "-o", "notes.html", "--format", "svg"],
  ["fix", name],
];

describe("on a full disk", () => {
  it.each(commands)("%s %s changes no file", async (...command) => {
    await inFolder({ [name]: meeting, "notes.html": "the notes of last week" });
    const { code, err } = onFullDisk(...command);
    expect(code).toBe(2);
    expect(err).toContain("no space left on the disk");
    expect(readdirSync(".").sort()).toEqual([name, "notes.html"]);
    expect(await contentOf("notes.html")).toBe("the notes of last week");
    expect(await contentOf(name)).toBe(meeting);
  });
});

describe("onto a read-only file", () => {
  it.each([
    ["fix", name],
    ["render", name, "-o", "notes.html"],
  ])("%s %s writes nothing and reports the reason", async (...command) => {
    await inFolder({ [name]: meeting, "notes.html": "the notes of last week" });
    for (const file of [name, "notes.html"]) await chmod(file, 0o444);
    const { code, err } = await wlcgNotes(...command);
    expect([code, err]).toEqual([2, `wlcg-notes: ${command.at(-1)}: the file is read-only\n`]);
    expect(readdirSync(".").sort()).toEqual([name, "notes.html"]);
    expect(await contentOf("notes.html")).toBe("the notes of last week");
    expect(await contentOf(name)).toBe(meeting);
  });
});

describe("in a folder that is not writable", () => {
  it("reports the reason, and leaves no file", async () => {
    await inFolder({ [name]: meeting, file: "" });
    const { status, stderr } = spawnSync(
      process.execPath,
      [bundle("cli.js"), "render", name, "-o", "file/notes.md"],
      { encoding: "utf8" },
    );
    expect([status, stderr]).toEqual([2, "wlcg-notes: file/notes.md: no such file or folder\n"]);
    expect(readdirSync(".").sort()).toEqual([name, "file"]);
  });
});
