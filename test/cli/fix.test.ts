import { chmod, readdir, stat, symlink } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { contentOf, inFolder, wlcgNotes } from "../support/commandLine";
import { inMeeting } from "../support/findings";

const name = "a.contributions.yaml";
const before = inMeeting(
  [
    "  # the morning",
    "  - title:   x   # as announced",
    "    themes: [security, security]  # twice",
    "",
    "  - title: y",
    "    themes: none",
    "    duration: '20'",
    "",
  ].join("\n"),
);
const after = before.replace("[security, security]", "[security]").replace("'20'", "20");

describe("fix", () => {
  it("applies the safe fixes and changes nothing else", async () => {
    await inFolder({ [name]: before });
    expect(await wlcgNotes("fix", name)).toEqual({
      code: 0,
      out: `${name}: 2 edits\nfixed 1 of 1 file\n`,
      err: "",
    });
    expect(await contentOf(name)).toBe(after);
    expect((await wlcgNotes("check", name)).code).toBe(0);
  });

  it.each<[string, (text: string) => string]>([
    ["CRLF", (text) => text.replaceAll("\n", "\r\n")],
    ["a byte order mark", (text) => `\uFEFF${text}`],
    ["no line end at the end", (text) => text.trimEnd()],
    ["tabs between words", (text) => text.replace("x   #", "x\t\t#")],
    ["letters outside ASCII", (text) => text.replace("the morning", "matinée 🌅")],
  ])("keeps %s", async (_, change) => {
    await inFolder({ [name]: change(before) });
    expect((await wlcgNotes("fix", name)).code).toBe(0);
    expect(await contentOf(name)).toBe(change(after));
  });

  it("quotes a title with a colon, and does not change the comment after it", async () => {
    await inFolder({ [name]: inMeeting("  - title: Rook: storage   # new\n    themes: none\n") });
    expect((await wlcgNotes("fix", name)).code).toBe(0);
    expect(await contentOf(name)).toBe(inMeeting('  - title: "Rook: storage"   # new\n    themes: none\n'));
  });

  it("fixes what hid an error, and what has nothing to do with it", async () => {
    const broken =
      "  - title: Rucio: the next steps\n    themes: [security]\n    speaker: A. Forti\n    duration: an age\n";
    await inFolder({ [name]: inMeeting(`${broken}  - title: B\n    themes: [security, security]\n`) });
    expect(await wlcgNotes("fix", name)).toMatchObject({ code: 0, err: "" });
    const quoted = broken.replace("Rucio: the next steps", '"Rucio: the next steps"');
    expect(await contentOf(name)).toBe(inMeeting(`${quoted}  - title: B\n    themes: [security]\n`));
  });

  it("--tag leaves the item below a list of nothing as it is", async () => {
    const next = "  - title: Precious item\n    themes: [security]\n    notes: must survive\n";
    await inFolder({ [name]: inMeeting(`  - title: REANA workflows\n    themes:\n      - ~\n${next}`) });
    expect(await wlcgNotes("fix", "--tag", name)).toMatchObject({ code: 0, err: "" });
    const themes = "themes: [analysis-facilities/reproducible-analysis]";
    expect(await contentOf(name)).toBe(inMeeting(`  - title: REANA workflows\n    ${themes}\n${next}`));
  });

  it("--dry-run shows the lines and writes nothing", async () => {
    await inFolder({ [name]: before });
    const { mtimeMs } = await stat(name);
    expect(await wlcgNotes("fix", name, "--dry-run")).toEqual({
      code: 0,
      out: [
        `would make 2 edits in ${name}`,
        `--- a/${name}`,
        `+++ b/${name}`,
        "@@ -4,8 +4,8 @@",
        " contributions:",
        "   # the morning",
        "   - title:   x   # as announced",
        "-    themes: [security, security]  # twice",
        "+    themes: [security]  # twice",
        " ",
        "   - title: y",
        "     themes: none",
        "-    duration: '20'",
        "+    duration: 20",
        "would fix 1 of 1 file",
        "",
      ].join("\n"),
      err: "",
    });
    expect(await contentOf(name)).toBe(before);
    expect((await stat(name)).mtimeMs).toBe(mtimeMs);
  });

  it("does not write if there is nothing to fix, and tags nothing without --tag", async () => {
    const content = inMeeting("  - title: Rook\n    themes: [securty\n  - title: Lazy image pulling\n");
    await inFolder({ [name]: content });
    const { mtimeMs, ino } = await stat(name);
    expect(await wlcgNotes("fix", ".")).toEqual({ code: 0, out: "nothing to fix in 1 file\n", err: "" });
    expect(await contentOf(name)).toBe(content);
    expect(await stat(name)).toMatchObject({ mtimeMs, ino });
  });

  it("keeps the mode, follows a link, and leaves nothing beside the file", async () => {
    await inFolder({ "real/b.yaml": before });
    await chmod("real/b.yaml", 0o666);
    await symlink("real/b.yaml", name);
    expect((await wlcgNotes("fix", name)).code).toBe(0);
    expect(await contentOf("real/b.yaml")).toBe(after);
    expect((await stat("real/b.yaml")).mode & 0o777).toBe(0o666);
    expect(await readdir("real")).toEqual(["b.yaml"]);
    expect((await readdir(".", { withFileTypes: true })).find((entry) => entry.isSymbolicLink())?.name).toBe(
      name,
    );
  });

  it("refuses to rewrite a file that is not UTF-8, and continues with the others", async () => {
    const wide = Buffer.from(`\uFEFF${before}`, "utf16le");
    await inFolder({ [name]: wide, "b.contributions.yaml": before });
    const dry = await wlcgNotes("fix", ".", "--dry-run");
    const { code, out, err } = await wlcgNotes("fix", ".");
    expect([dry.code, dry.err]).toEqual([code, err]);
    expect({ code, err }).toEqual({
      code: 2,
      err: `wlcg-notes: ${name}: is not UTF-8; convert it before fixing it\n`,
    });
    expect(out).toBe("b.contributions.yaml: 2 edits\nfixed 1 of 2 files, 1 refused\n");
    expect(await contentOf("b.contributions.yaml")).toBe(after);
    expect(await contentOf(name)).toBe(wide.toString("utf8"));
  });

  it("counts all files, those that it refuses, and the paths that lead to none", async () => {
    const refused = Buffer.from("\xff", "latin1");
    await inFolder({
      "a.contributions.yaml": before,
      "b.contributions.yaml": after,
      "c.contributions.yaml": refused,
      "d.contributions.yaml": before,
    });
    expect((await wlcgNotes("fix", ".", "gone")).out).toMatch(
      /\nfixed 2 of 4 files, 1 refused; 1 path skipped\n$/,
    );
    expect((await wlcgNotes("fix", ".")).out).toBe("nothing to fix in 3 files, 1 refused\n");
    expect((await wlcgNotes("fix", "c.contributions.yaml")).out).toBe("");
  });

  const agenda = inMeeting(
    "  - title: Harbor, a container registry # new\n  - title: Coffee\n  - title: A CSI driver for EOS\n    themes:\n",
  );

  it("--tag tags what is convincing and leaves the rest untagged", async () => {
    await inFolder({ [name]: agenda });
    expect(await wlcgNotes("fix", "--tag", name)).toMatchObject({ code: 0, err: "" });
    expect(await contentOf(name)).toBe(
      inMeeting(
        [
          "  - title: Harbor, a container registry # new",
          "    themes: [image-distribution/registries]",
          "  - title: Coffee",
          "  - title: A CSI driver for EOS",
          "    themes: [storage-integration/csi]",
          "",
        ].join("\n"),
      ),
    );
    expect((await wlcgNotes("fix", "--tag", name)).out).toBe("nothing to fix in 1 file\n");
  });

  it("--tag --dry-run shows the themes and writes nothing", async () => {
    await inFolder({ [name]: agenda });
    const { out } = await wlcgNotes("fix", "--tag", "--dry-run", name);
    expect(out).toContain("+    themes: [image-distribution/registries]\n");
    expect(await contentOf(name)).toBe(agenda);
  });

  it("--archive lets a group's own habits win", async () => {
    const habit = inMeeting("  - {title: Harbor masters, themes: [cncf-landscape]}\n".repeat(3));
    await inFolder({
      "old/2019.contributions.yaml": habit,
      [name]: inMeeting("  - title: Harbor masters\n"),
    });
    expect((await wlcgNotes("suggest", name)).out).toContain("    image-distribution");
    expect((await wlcgNotes("fix", "--tag", "--archive", "old", name)).code).toBe(0);
    expect(await contentOf(name)).toContain("themes: [cncf-landscape]");
  });

  it("reports a missing archive", async () => {
    await inFolder({ [name]: agenda });
    expect(await wlcgNotes("fix", "--tag", "--archive", "nowhere", name)).toEqual({
      code: 2,
      out: "",
      err: "wlcg-notes: nowhere: no such file or folder\n",
    });
  });
});
