/** `render --watch` in a separate process. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, readFile, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { contentOf, inFolder } from "../support/commandLine";
import { inMeeting } from "../support/findings";
import { bundle } from "../support/server";

const name = "a.contributions.yaml";
const titled = (title: string) => inMeeting(`  - title: ${title}\n    themes: none\n`);

class Watch {
  readonly #child: ChildProcess;
  #err = "";

  constructor(...args: readonly string[]) {
    this.#child = spawn(process.execPath, [bundle("cli.js"), "render", name, "--watch", ...args], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#child.stderr?.on("data", (text) => {
      this.#err += text;
    });
    onTestFinished(() => void this.#child.kill("SIGKILL"));
  }

  /** The lines on standard error, as soon as there are so many. */
  async lines(count: number): Promise<readonly string[]> {
    for (;;) {
      const lines = this.#err.split("\n").slice(0, -1);
      if (lines.length >= count || this.#child.exitCode !== null) return lines;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async end(signal: NodeJS.Signals = "SIGINT"): Promise<unknown> {
    const exit = once(this.#child, "exit");
    this.#child.kill(signal);
    return (await exit)[0];
  }
}

const wrote = expect.stringMatching(/^wlcg-notes: \d\d:\d\d:\d\d: wrote out\.md$/);

describe("render --watch", () => {
  it("writes again after each change, reports one line each, and ends on Ctrl-C with 0", async () => {
    await inFolder({ [name]: titled("One") });
    const watch = new Watch("-o", "out.md");
    expect(await watch.lines(1)).toEqual([wrote]);
    expect(await contentOf("out.md")).toContain("One");
    await writeFile(name, titled("Two"));
    expect(await watch.lines(2)).toEqual([wrote, wrote]);
    expect(await contentOf("out.md")).toContain("Two");
    expect(await watch.end()).toBe(0);
    expect(await watch.lines(2)).toHaveLength(2);
  });

  it("follows an editor that replaces the file, or removes it for a while", async () => {
    await inFolder({ [name]: titled("One") });
    const watch = new Watch("-o", "out.md");
    await watch.lines(1);
    await writeFile("new", titled("Two"));
    await rename("new", name);
    await watch.lines(2);
    expect(await contentOf("out.md")).toContain("Two");
    await rm(name);
    expect((await watch.lines(3))[2]).toBe(`wlcg-notes: ${name}: no such file or folder`);
    await writeFile(name, titled("Three"));
    await watch.lines(4);
    expect(await contentOf("out.md")).toContain("Three");
    expect(await watch.end()).toBe(0);
  });

  it("keeps the last notes while the file has errors", async () => {
    await inFolder({ [name]: titled("One") });
    const watch = new Watch("-o", "out.md");
    await watch.lines(1);
    await writeFile(name, titled("a: b"));
    expect((await watch.lines(2))[1]).toBe(
      `wlcg-notes: ${name}: 1 error; run wlcg-notes check, or use --force to export anyway`,
    );
    expect(await contentOf("out.md")).toContain("One");
    await writeFile(name, titled("Two"));
    expect((await watch.lines(3))[2]).toEqual(wrote);
    expect(await watch.end()).toBe(0);
  });

  it("follows the template, its partials and its mistakes", async () => {
    await inFolder({ [name]: titled("One"), "t.mustache": "{{> p}}", "p.mustache": "1" });
    const watch = new Watch("-o", "out.md", "--template", "t.mustache");
    await watch.lines(1);
    await writeFile("p.mustache", "{{#x}}");
    expect((await watch.lines(2))[1]).toMatch(
      /^wlcg-notes: \d\d:\d\d:\d\d: p\.mustache: line 1, column 1: section "x" is not closed/,
    );
    expect(await contentOf("out.md")).toBe("1");
    await writeFile("p.mustache", "{{meeting.title}}!");
    await watch.lines(3);
    expect(await contentOf("out.md")).toBe("M!");
    await writeFile("t.mustache", "{{meeting.title}}");
    await watch.lines(4);
    expect(await contentOf("out.md")).toBe("M");
    expect(await watch.end()).toBe(0);
  });

  it("replaces the output at once: a reader finds the old or the new file, of the same mode", async () => {
    await inFolder({ [name]: titled("One"), "real.md": "old" });
    await chmod("real.md", 0o640);
    await symlink("real.md", "out.md");
    const before = await readFile("real.md");
    const { ino } = await stat("real.md");
    const watch = new Watch("-o", "out.md");
    await watch.lines(1);
    const after = await stat("real.md");
    expect(after.ino).not.toBe(ino);
    expect(after.mode & 0o777).toBe(0o640);
    expect(await readFile("out.md")).not.toEqual(before);
    expect(await watch.end()).toBe(0);
  });

  it.each([
    [["-o", "gone/out.md"], "wlcg-notes: gone/out.md: no such file or folder"],
    [["-o", name], `wlcg-notes: ${name}: is an input of this run`],
    [["-o", "out.md", "--template", "gone"], "wlcg-notes: gone: no such file or folder"],
  ])("ends with 2 if it cannot begin: %j", async (args, words) => {
    await inFolder({ [name]: titled("One") });
    const watch = new Watch(...args);
    expect(await watch.lines(2)).toEqual([words]);
  });
});
