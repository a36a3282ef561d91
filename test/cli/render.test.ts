import { chmod, link, mkdir, readdir, stat, symlink } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { formats } from "../../server/src/core/notes/formats";
import { contentOf, inFolder, wlcgNotes } from "../support/commandLine";
import { inMeeting } from "../support/findings";
import { fixtureCatalogue } from "../support/fixtureCatalogue";
import { goldens, goldenText } from "../support/golden";

const name = "a.contributions.yaml";
const validFile = inMeeting(
  "  - {title: x, community: CMS, themes: [security], start: '09:00', duration: 20}\n",
);
const broken = inMeeting("  - title: x\n    themes: none\n  - title: a: b\n");

describe("render", () => {
  it("writes Markdown by theme by default", async () => {
    await inFolder({ [name]: validFile });
    const { code, out, err } = await wlcgNotes("render", name);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^# M\n\n\*\*Date:\*\* Tuesday 10 December 2019\n\n## Security\n\n### x\n/);
    expect(out).toMatch(/\| Security \| 1 \| 20 \|\n\nNot covered: Analysis facilities, .*\.\n$/);
  });

  it.each([
    ["markdown", /^# M\n/],
    ["html", /^<!DOCTYPE html>\n.*<\/html>\n$/s],
    ["json", /^\{\n.*\}\n$/s],
  ])("writes %s", async (format, pattern) => {
    await inFolder({ [name]: validFile });
    const { code, out } = await wlcgNotes("render", name, "--to", format);
    expect(code).toBe(0);
    expect(out).toMatch(pattern);
  });

  it.each([
    ["theme", "## Security\n"],
    ["agenda", "## Agenda\n"],
    ["community", "## CMS\n"],
  ])("arranges by %s", async (by, heading) => {
    await inFolder({ [name]: validFile });
    expect((await wlcgNotes("render", name, "--by", by)).out).toContain(heading);
  });

  it("writes the notes of a meeting, the same on any day, as none of it is due", async () => {
    const golden = goldens.filter(({ meeting }) => meeting === "pre-gdb");
    await inFolder({ [name]: golden[0]?.text ?? "", "themes.yaml": stringify(fixtureCatalogue) });
    const render = (to: string, by: string) =>
      wlcgNotes("render", name, "--to", to, "--by", by, "--catalogue", "themes.yaml");
    for (const { to, by, file } of golden) expect((await render(to, by)).out).toBe(goldenText(file));
  });

  it("reads another catalogue", async () => {
    const rooms =
      "name: R\nthemes: [{id: security, title: Doors, summary: Locks., topics: []}]\nsystems: []\ncommunities: []\n";
    await inFolder({ [name]: validFile, "rooms.yaml": rooms });
    const { out } = await wlcgNotes("render", name, "--catalogue", "rooms.yaml");
    expect(out).toContain("## Doors\n");
    expect(out).toContain("\nEvery theme is covered.\n");
  });
});

describe("render --to ics", () => {
  it("writes the timetable, and reports what is not in it", async () => {
    const timed = `  - {title: One, start: "09:30", duration: 20, themes: none}\n`;
    await inFolder({ [name]: inMeeting(`${timed}  - {title: Two, themes: none}\n`) });
    const { code, out, err } = await wlcgNotes("render", name, "--to", "ics");
    expect(code).toBe(0);
    expect(out).toContain("SUMMARY:One\r\n");
    expect(out).not.toContain("Two");
    expect(err).toBe(`wlcg-notes: ${name}: 1 contribution omitted: no start time\n`);
  });
});

describe("render of a meeting with errors", () => {
  it("reports them and writes nothing", async () => {
    await inFolder({ [name]: broken, "out.md": "as before" });
    expect(await wlcgNotes("render", name, "-o", "out.md")).toEqual({
      code: 1,
      out: "",
      err: `wlcg-notes: ${name}: 1 error; run wlcg-notes check, or use --force to export anyway\n`,
    });
    expect(await contentOf("out.md")).toBe("as before");
  });

  it("writes notes with --force, reports the errors, and marks the broken items", async () => {
    await inFolder({ [name]: broken });
    const { code, out, err } = await wlcgNotes("render", name, "--force");
    expect({ code, err }).toEqual({
      code: 0,
      err: `wlcg-notes: ${name}: exported with 1 error; content may be missing\n`,
    });
    expect(out).toContain("### x\n");
    expect(out).toContain("### a: b\n\n> **Warning:** This could not be read. Line 7:");
  });

  it("reports that it cannot be written", async () => {
    await inFolder({ [name]: broken });
    expect(await wlcgNotes("render", name, "--force", "-o", "gone/out.md")).toEqual({
      code: 2,
      out: "",
      err: "wlcg-notes: gone/out.md: no such file or folder\n",
    });
  });

  it("takes warnings as they are", async () => {
    await inFolder({ [name]: inMeeting("  - title: Rook\n") });
    expect((await wlcgNotes("render", name)).code).toBe(0);
  });

  it("writes what there is of an empty file with --force", async () => {
    await inFolder({ [name]: "" });
    expect((await wlcgNotes("render", name)).code).toBe(1);
    expect((await wlcgNotes("render", name, "--force")).out).toMatch(/^# Untitled\n/);
  });
});

describe("render --force of a binary file", () => {
  it.each(["markdown", "html"])("shows how it begins as %s", async (to) => {
    await inFolder({ [name]: Buffer.alloc(5_000_000) });
    const { code, out } = await wlcgNotes("render", name, "--force", "--to", to);
    expect([code, out.length < 40_000, out.includes("NUL characters")]).toEqual([0, true, true]);
  });
});

describe("render -o", () => {
  it("writes the notes, whole, with nothing beside them", async () => {
    await inFolder({ [name]: validFile });
    const { out: notes } = await wlcgNotes("render", name, "--to", "html");
    expect(await wlcgNotes("render", name, "--to", "html", "-o", "a.html")).toEqual({
      code: 0,
      out: "",
      err: "",
    });
    expect(await contentOf("a.html")).toBe(notes);
    expect((await readdir(".")).sort()).toEqual([name, "a.html"]);
  });

  it("replaces the target of a link and keeps its mode", async () => {
    await inFolder({ [name]: validFile, "real.md": "old" });
    await chmod("real.md", 0o640);
    await symlink("real.md", "link.md");
    await wlcgNotes("render", name, "-o", "link.md");
    expect(await contentOf("real.md")).toMatch(/^# M\n/);
    expect((await stat("real.md")).mode & 0o777).toBe(0o640);
  });

  it.each([
    ["a folder", "folder", "is a folder"],
    ["a folder that is not there", "gone/out.md", "no such file or folder"],
  ])("refuses %s and creates no file", async (_, path, why) => {
    await inFolder({ [name]: validFile });
    await mkdir("folder");
    const refused = { code: 2, out: "", err: `wlcg-notes: ${path}: ${why}\n` };
    expect(await wlcgNotes("render", name, "-o", path)).toEqual(refused);
    expect((await readdir(".", { recursive: true })).sort()).toEqual([name, "folder"]);
  });
});

describe("render onto the meeting itself", () => {
  it.each([name, `./${name}`, "link.yaml"])("is refused: %s", async (path) => {
    await inFolder({ [name]: validFile });
    await symlink(name, "link.yaml");
    const refused = { code: 2, out: "", err: `wlcg-notes: ${path}: is an input of this run\n` };
    expect(await wlcgNotes("render", name, "-o", path)).toEqual(refused);
    expect(await contentOf(name)).toBe(validFile);
  });
});

describe("render onto another meeting", () => {
  const other = "b.contributions.yaml";

  it.each([
    other,
    `./${other}`,
    "old.contributions.yml",
    "OTHER.Contributions.YAML",
    "link.md",
    "hard.md",
    "minutes.yaml",
    "new.contributions.yaml",
  ])("is refused, also with --force: %s", async (path) => {
    const files = {
      [other]: broken,
      "old.contributions.yml": "",
      "OTHER.Contributions.YAML": validFile,
      "minutes.yaml": validFile,
    };
    await inFolder({ [name]: validFile, ...files });
    await symlink(other, "link.md");
    await link("minutes.yaml", "hard.md");
    const refused = {
      code: 2,
      out: "",
      err: `wlcg-notes: ${path}: is a meeting file; choose another name for the output\n`,
    };
    expect(await wlcgNotes("render", name, "-o", path)).toEqual(refused);
    expect(await wlcgNotes("render", name, "--force", "-o", path)).toEqual(refused);
    expect(await wlcgNotes("coverage", name, "-o", path)).toEqual(refused);
    for (const [file, text] of Object.entries(files)) expect(await contentOf(file)).toBe(text);
    expect(await readdir(".")).not.toContain("new.contributions.yaml");
  });

  it.each(["data.yaml", "notes.md", "contributions.yaml.md"])("is not every output: %s", async (path) => {
    await inFolder({ [name]: validFile, "data.yaml": "title: x\n", "notes.md": "contributions: 1\n" });
    expect((await wlcgNotes("render", name, "-o", path)).code).toBe(0);
    expect((await wlcgNotes("render", name, "-o", path)).code).toBe(0);
  });
});

describe("render of invalid requests", () => {
  it.each([
    [["--to", "pdf"], `unknown format "pdf"; expected one of ${formats.join(", ")}`],
    [["--by", "day"], 'unknown grouping "day"; expected one of theme, agenda, community'],
    [["b.contributions.yaml"], "render accepts only one file"],
    [["gone"], "gone: no such file or folder"],
  ])("refuses %j in a line", async (args, words) => {
    await inFolder({ [name]: validFile, "b.contributions.yaml": validFile });
    expect(await wlcgNotes("render", name, ...args)).toEqual({
      code: 2,
      out: "",
      err: `wlcg-notes: ${words}\n`,
    });
  });

  it.each([
    ["a manifest", "kind: Pod\n", "is not a contributions file"],
    ["a picture", Buffer.from([0x89, 0xff, 0xfe, 0xc0]), "is not text encoded as UTF-8"],
  ])("refuses %s, even with --force", async (_, content, why) => {
    await inFolder({ [name]: content });
    expect(await wlcgNotes("render", name, "--force")).toEqual({
      code: 2,
      out: "",
      err: `wlcg-notes: ${name}: ${why}\n`,
    });
  });

  it("asks for a file", async () => {
    expect(await wlcgNotes("render")).toMatchObject({ code: 2, out: "" });
  });
});
