import { describe, expect, it } from "vitest";
import { contentOf, inFolder, wlcgNotes, wlcgNotesReading } from "../support/commandLine";
import { inMeeting } from "../support/findings";

const valid = inMeeting("  - title: x\n    themes: none\n");
const untagged = inMeeting("  - title: Lazy image pulling\n");
const fixable = inMeeting("  - title: x\n    themes: [security, security]\n");
const fixed = fixable.replace("[security, security]", "[security]");

describe("the path -", () => {
  it.each([
    ["check", "-"],
    ["check", "--", "-"],
    ["check", "-", "-"],
  ])("is the text on standard input for %s %s %s", async (...args) => {
    await inFolder({ "-": "a: 1\n" });
    expect(await wlcgNotesReading(valid, ...args)).toMatchObject({
      code: 0,
      out: "0 errors, 0 warnings in 1 file\n",
    });
    const { code, out } = await wlcgNotesReading(untagged, ...args);
    expect([code, out.split("\n")[0]]).toEqual([
      1,
      "<stdin>:5:12: warning: This contribution has no theme. [untagged-item]",
    ]);
  });

  it("is named <stdin> in every report", async () => {
    await inFolder({});
    const json = JSON.parse((await wlcgNotesReading(untagged, "check", "-", "--format", "json")).out);
    expect(json).toMatchObject([{ file: "<stdin>", line: 5 }]);
    for (const format of ["sarif", "gitlab", "github"]) {
      const { code, out, err } = await wlcgNotesReading(untagged, "check", "-", "--format", format);
      expect({ code, err }).toEqual({ code: 1, err: "" });
      expect(out).toMatch(/<stdin>|%3Cstdin%3E/);
    }
  });

  it("is read by suggest, coverage and render", async () => {
    await inFolder({});
    expect((await wlcgNotesReading(untagged, "suggest", "-")).out).toMatch(
      /^<stdin>:5: Lazy image pulling\n/,
    );
    expect((await wlcgNotesReading(untagged, "coverage", "-")).out).toContain("1 item, 1 untagged.");
    expect((await wlcgNotesReading(valid, "render", "-")).out).toMatch(/^# M\n/);
    expect(await wlcgNotesReading(valid, "render", "-", "-o", "a.md")).toMatchObject({ code: 0, out: "" });
    expect(await contentOf("a.md")).toMatch(/^# M\n/);
  });

  it("can be one of several paths, and ./- is a file", async () => {
    await inFolder({ "-": untagged, "a.contributions.yaml": valid });
    expect((await wlcgNotesReading(valid, "check", "-", ".")).out).toBe("0 errors, 0 warnings in 2 files\n");
    expect((await wlcgNotesReading(valid, "check", "./-")).code).toBe(1);
  });

  it("reports what is no text", async () => {
    await inFolder({});
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47]);
    expect(await wlcgNotesReading(png, "check", "-")).toMatchObject({
      code: 2,
      err: "wlcg-notes: <stdin>: is not text encoded as UTF-8\n",
    });
  });
});

describe("fix -", () => {
  it.each([
    ["what it fixes", fixable, fixed, 1],
    ["what needs no fix", fixed, fixed, 0],
    ["CRLF", fixable.replaceAll("\n", "\r\n"), fixed.replaceAll("\n", "\r\n"), 1],
    ["a byte order mark", `\uFEFF${fixable}`, `\uFEFF${fixed}`, 1],
  ])("writes the text to standard output: %s", async (_, before, after, edits) => {
    await inFolder({});
    expect(await wlcgNotesReading(before, "fix", "-")).toEqual({
      code: 0,
      out: after,
      err: `wlcg-notes: <stdin>: ${edits} edit${edits === 1 ? "" : "s"}\n`,
    });
  });

  it("writes nothing for a text that it cannot write, and refuses other paths", async () => {
    await inFolder({ "a.contributions.yaml": fixable });
    expect(await wlcgNotesReading(Buffer.from(`\uFEFF${fixed}`, "utf16le"), "fix", "-")).toEqual({
      code: 2,
      out: "",
      err: "wlcg-notes: <stdin>: is not UTF-8; convert it before fixing it\n",
    });
    expect(await wlcgNotes("fix", "-", ".")).toEqual({
      code: 2,
      out: "",
      err: "wlcg-notes: fix - accepts no other path\n",
    });
    expect(await contentOf("a.contributions.yaml")).toBe(fixable);
  });

  it("--dry-run shows the lines", async () => {
    await inFolder({});
    const { code, out } = await wlcgNotesReading(fixable, "fix", "--dry-run", "-");
    expect(code).toBe(0);
    expect(out).toContain("+    themes: [security]\n");
  });
});
