import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { inFolder, wlcgNotes } from "../support/commandLine";
import { inMeeting } from "../support/findings";
import { bundle } from "../support/server";

const page = readFileSync(new URL("../../docs/ci.md", import.meta.url), "utf8");
const snippets = [...page.matchAll(/```(\w*)\n(.*?)```/gs)].map(([, language = "", text = ""]) => ({
  language,
  text,
}));
const yaml = snippets.filter(({ language }) => language === "yaml").map(({ text }) => parse(text) as unknown);

/** Runs a command in the current folder with `wlcg-notes` on the path. */
function run(command: string, ...args: readonly string[]) {
  const PATH = `${join(process.cwd(), "bin")}:${process.env.PATH}`;
  const identity = Object.fromEntries(
    ["AUTHOR", "COMMITTER"].flatMap((who) => [
      [`GIT_${who}_NAME`, "A. Tester"],
      [`GIT_${who}_EMAIL`, "a@example.org"],
    ]),
  );
  const env = { ...process.env, ...identity, PATH, GIT_CONFIG_GLOBAL: "/dev/null", HOME: process.cwd() };
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8", env });
  return { code: status, out: stdout, err: stderr };
}

const hook = snippets.find(({ language }) => language === "sh")?.text ?? "";
const clean = inMeeting("  - title: x\n    themes: none\n");
const faulty = inMeeting("  - title: x\n    themes: [securty]\n");

describe.skipIf(process.platform === "win32")("the commit hook of docs/ci.md", () => {
  const inRepository = async (): Promise<void> => {
    await inFolder({
      "bin/wlcg-notes": `#!/bin/sh\nexec '${process.execPath}' '${bundle("cli.js")}' "$@"\n`,
    });
    chmodSync("bin/wlcg-notes", 0o755);
    run("git", "init", "--quiet", ".");
    mkdirSync(".git/hooks", { recursive: true });
    writeFileSync(".git/hooks/pre-commit", hook, { mode: 0o755 });
  };
  const commit = (...names: readonly string[]) => {
    run("git", "add", "--all", "--", ...names);
    return run("git", "commit", "--quiet", "--message", "Meetings");
  };

  const names = [
    "réunion",
    "-x",
    "--help",
    "two words",
    "new\nline",
    "quote\"'",
    "back\\slash",
    "$HOME",
    "[a]*",
  ].map((start) => `${start}.contributions.yaml`);

  it("passes clean files of any name, and refuses faulty ones", async () => {
    await inRepository();
    for (const name of names) writeFileSync(name, clean);
    expect(commit(...names)).toMatchObject({ code: 0, err: "0 errors, 0 warnings in 9 files\n" });
    for (const name of names) {
      writeFileSync(name, faulty);
      const { code, out, err } = commit(name);
      expect(code).toBe(1);
      expect(out + err).toContain("Unknown theme");
      writeFileSync(name, clean);
      run("git", "add", "--", name);
    }
  });

  it("checks a file that is renamed and edited, and not one that is removed", async () => {
    await inRepository();
    const items = Array.from({ length: 20 }, (_, index) => `  - title: Item ${index}\n    themes: none\n`);
    const long = clean + items.join("");
    for (const name of ["a.contributions.yaml", "b.contributions.yml"]) writeFileSync(name, long);
    expect(commit("a.contributions.yaml", "b.contributions.yml").code).toBe(0);
    run("git", "rm", "--quiet", "b.contributions.yml");
    expect(commit(".").code).toBe(0);
    run("git", "mv", "a.contributions.yaml", "c.contributions.yaml");
    writeFileSync("c.contributions.yaml", `${long}  - title: z\n    themes: [securty]\n`);
    expect(commit(".").code).toBe(1);
  });

  it("leaves out links and submodules", async () => {
    await inRepository();
    writeFileSync("a.contributions.yaml", clean);
    symlinkSync("bin", "link.contributions.yaml");
    symlinkSync("gone", "dangling.contributions.yaml");
    run("git", "init", "--quiet", "sub.contributions.yaml");
    run("git", "-C", "sub.contributions.yaml", "commit", "--quiet", "--allow-empty", "--message", "x");
    const names = ["a", "link", "dangling", "sub"].map((start) => `${start}.contributions.yaml`);
    expect(commit(...names)).toMatchObject({
      code: 0,
      err: expect.stringContaining("0 errors, 0 warnings in 1 file\n") as unknown,
    });
    expect(run("git", "ls-files", "--stage").out).toMatch(/^160000 .*\tsub\.contributions\.yaml$/m);
    symlinkSync("b", "other.contributions.yaml");
    expect(commit("other.contributions.yaml")).toMatchObject({ code: 0, out: "", err: "" });
  });

  it("refuses a staged file that is gone from the working tree", async () => {
    await inRepository();
    writeFileSync("a.contributions.yaml", clean);
    run("git", "add", "a.contributions.yaml");
    rmSync("a.contributions.yaml");
    const { code, err } = run("git", "commit", "--quiet", "--message", "Meetings");
    expect([code, err]).toEqual([1, "wlcg-notes: a.contributions.yaml: no such file or folder\n"]);
  });

  it("passes a commit without meetings", async () => {
    await inRepository();
    writeFileSync("a.txt", "x");
    expect(commit("a.txt")).toMatchObject({ code: 0, out: "", err: "" });
    expect(run("git", "commit", "--quiet", "--allow-empty", "--message", "Nothing")).toMatchObject({
      code: 0,
      out: "",
      err: "",
    });
  });

  it("checks a renamed file of any name", async () => {
    await inRepository();
    writeFileSync("a.contributions.yaml", clean);
    expect(commit("a.contributions.yaml").code).toBe(0);
    let before = "a.contributions.yaml";
    for (const after of names) {
      run("git", "mv", "--", before, after);
      expect(run("git", "commit", "--quiet", "--message", "Rename")).toMatchObject({
        code: 0,
        err: "0 errors, 0 warnings in 1 file\n",
      });
      before = after;
    }
  });
});

describe("docs/ci.md", () => {
  it("has snippets that parse", () => {
    expect(yaml).toMatchObject([
      { meetings: { artifacts: { reports: { codequality: "gl-code-quality-report.json" } } } },
      { jobs: { check: { steps: expect.arrayContaining([]) as unknown } } },
      { repos: [{ hooks: [{ entry: "wlcg-notes check --" }] }] },
      { publish: { variables: { WLCG_NOTES_INDICO_HOST: "indico.cern.ch" } } },
    ]);
  });

  it("asks for formats that there are", async () => {
    await inFolder({ "a.contributions.yaml": "meeting: {title: M, date: 2019-12-10}\ncontributions: []\n" });
    const formats = [...page.matchAll(/--format (\w+)/g)].map(([, format = ""]) => format);
    expect(new Set(formats)).toEqual(new Set(["gitlab", "github", "sarif"]));
    for (const format of formats) expect((await wlcgNotes("check", "--format", format, ".")).code).toBe(0);
  });

  it("shows what a terminal shows", async () => {
    const lines = [
      "meeting: {title: M, date: 2019-12-10}",
      "contributions:",
      "",
      "",
      "  - title: Lazy image pulling",
      "",
    ];
    await inFolder({ "meetings/2019-12-10.contributions.yaml": lines.join("\n") });
    const { out } = await wlcgNotes("check", "meetings");
    expect(page).toContain(out);
  });
});
