import { mkdir, symlink } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { inFolder, wlcgNotes } from "../support/commandLine";
import { inMeeting } from "../support/findings";

const validFile = inMeeting("  - title: x\n    themes: none\n");
const untagged = inMeeting("  - title: Lazy\n");
const broken = inMeeting(
  "  - title: x\n    themes: [securty]\n  - title: y\n    themes: [security, security]\n",
);
const clean = { code: 0, err: "", out: "0 errors, 0 warnings in 1 file\n" };

describe("check", () => {
  it("exits 0 on a valid file", async () => {
    await inFolder({ "a.contributions.yaml": validFile });
    expect(await wlcgNotes("check", "a.contributions.yaml")).toEqual(clean);
  });

  it("exits 1 on a warning, and on an error", async () => {
    await inFolder({ "a.contributions.yaml": untagged, "b.contributions.yaml": broken });
    expect(await wlcgNotes("check", "a.contributions.yaml")).toEqual({
      code: 1,
      err: "",
      out: [
        "a.contributions.yaml:5:12: warning: This contribution has no theme. [untagged-item]",
        "    5 |   - title: Lazy",
        "      |            ^^^^",
        "0 errors, 1 warning in 1 file",
        "",
      ].join("\n"),
    });
    const { code, out } = await wlcgNotes("check", "b.contributions.yaml");
    expect({ code, last: out.split("\n").at(-2) }).toEqual({ code: 1, last: "1 error, 1 warning in 1 file" });
  });

  it("exits 2 on a path that cannot be read, and reads the others all the same", async () => {
    await inFolder({ "a.contributions.yaml": untagged });
    const outcome = await wlcgNotes("check", "gone.contributions.yaml", "a.contributions.yaml");
    expect(outcome.code).toBe(2);
    expect(outcome.err).toBe("wlcg-notes: gone.contributions.yaml: no such file or folder\n");
    expect(outcome.out).toContain("0 errors, 1 warning in 1 file");
  });

  it.each<[string, string]>([
    ["gone.yaml", "no such file or folder"],
    ["a.contributions.yaml/b", "no such file or folder"],
    ["empty", "the folder has no contributions files"],
    ["*.contributions.yml", "no file matches"],
    ["loop.contributions.yaml", "a link that leads to itself"],
    ["picture.png", "is not text encoded as UTF-8"],
    ["a\0b", "no such file or folder"],
    ["x".repeat(300), "the name is too long"],
  ])("%j is one line on standard error, and nothing else", async (path, words) => {
    await inFolder({
      "a.contributions.yaml": validFile,
      "picture.png": Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    });
    await mkdir("empty");
    await symlink("loop.contributions.yaml", "loop.contributions.yaml");
    const err = `wlcg-notes: ${path.replaceAll("\0", "\ufffd")}: ${words}\n`;
    expect(await wlcgNotes("check", path)).toEqual({ code: 2, out: "", err });
    expect(await wlcgNotes("suggest", path)).toEqual({ code: 2, out: "", err });
    expect(await wlcgNotes("fix", path)).toEqual({ code: 2, out: "", err });
  });
});

describe("the paths", () => {
  const files = {
    "2019/b.contributions.yaml": validFile,
    "2019/a.contributions.yml": validFile,
    "2020/c.contributions.yaml": untagged,
    "2020/other.yaml": "a: 1\n",
    "node_modules/d.contributions.yaml": broken,
  };

  it.each<[readonly string[], number]>([
    [["."], 3],
    [["2019"], 2],
    [["2019/", "2020"], 3],
    [["2019", "2019/b.contributions.yaml", "./2019/../2019/b.contributions.yaml"], 2],
    [["*/*.contributions.yaml"], 2],
    [["**/*.{yaml,yml}"], 4],
    [["2020/other.yaml"], 1],
  ])("%j is %i files", async (paths, count) => {
    await inFolder(files);
    const { out, err } = await wlcgNotes("check", ...paths);
    expect(err).toBe("");
    expect(out).toContain(` in ${count} file`);
  });

  it("are named from the current folder, or in full where they were given in full", async () => {
    const folder = await inFolder(files);
    const fileOf = async (path: string): Promise<string> => {
      const { out } = await wlcgNotes("check", path, "--format", "json");
      return JSON.parse(out)[0].file;
    };
    expect(await fileOf(".")).toBe("2020/c.contributions.yaml");
    expect(await fileOf("2020/")).toBe("2020/c.contributions.yaml");
    expect(await fileOf(`${folder}/2020`)).toBe(`${folder}/2020/c.contributions.yaml`);
  });

  it("may hold characters of a pattern", async () => {
    await inFolder({ "[2019]/a {b}.contributions.yaml": untagged });
    const name = "[2019]/a {b}.contributions.yaml";
    const line = `${name}:5:12: warning: This contribution has no theme. [untagged-item]`;
    for (const path of [name, "[2019]", "."]) expect((await wlcgNotes("check", path)).out).toContain(line);
  });
});
