import { describe, expect, it } from "vitest";
import { contentOf, inFolder, wlcgNotes, wlcgNotesReading } from "../support/commandLine";
import { inMeeting } from "../support/findings";

const untagged = inMeeting("  - title: Lazy image pulling\n");

describe("check", () => {
  it.each([
    [["--rule", "untagged-item=off"], 0, "0 errors, 0 warnings"],
    [["--rule", "untagged-item=hint"], 0, "hint"],
    [["--rule", "untagged-item=error"], 1, "1 error"],
    [["--rule", "untagged-item=off", "--rule", "untagged-item=error"], 1, "1 error"],
    [["--fail-on", "error"], 0, "1 warning"],
    [["--fail-on", "warning"], 1, "1 warning"],
    [["--fail-on", "error", "--rule", "untagged-item=error"], 1, "1 error"],
  ])("%j decides what fails", async (options, code, text) => {
    await inFolder({ "a.contributions.yaml": untagged });
    const outcome = await wlcgNotes("check", "a.contributions.yaml", ...options);
    expect(outcome.code).toBe(code);
    expect(outcome.out).toContain(text);
  });

  it("has the severities of --rule in every report", async () => {
    await inFolder({ "a.contributions.yaml": untagged });
    const rule = ["--rule", "untagged-item=error"];
    const { out } = await wlcgNotes("check", "a.contributions.yaml", "--format", "json", ...rule);
    expect(JSON.parse(out)).toMatchObject([{ code: "untagged-item", severity: "error" }]);
    const { out: sarif } = await wlcgNotes("check", "a.contributions.yaml", "--format", "sarif", ...rule);
    expect(JSON.parse(sarif).runs[0].results).toMatchObject([{ level: "error" }]);
  });

  it.each([
    [["--rule", "untaged-item=off"], '--rule: unknown code "untaged-item"; did you mean untagged-item?'],
    [["--rule", "x=off"], '--rule: unknown code "x"; wlcg-notes rules lists all'],
    [
      ["--rule", "untagged-item"],
      "--rule untagged-item: expected untagged-item= and one of error, warning, information, hint, off",
    ],
    [
      ["--rule", "untagged-item=no"],
      "--rule untagged-item: expected untagged-item= and one of error, warning, information, hint, off",
    ],
    [["--rule", ""], "the value of --rule is empty"],
    [["--fail-on", "hint"], 'unknown format "hint"; expected one of error, warning'],
  ])("refuses %j", async (options, message) => {
    await inFolder({ "a.contributions.yaml": untagged });
    expect(await wlcgNotes("check", ".", ...options)).toEqual({
      code: 2,
      out: "",
      err: `wlcg-notes: ${message}\n`,
    });
  });
});

describe("fix and format", () => {
  const slip = inMeeting("  - title: Rucio: next\n    themes: none\n");
  const loose = inMeeting("  -   title: Rucio\n      themes: none\n");

  it.each([
    ["fix", slip, "would fix a.contributions.yaml: 1 edit\nwould fix 1 of 1 file\n"],
    ["format", loose, /^would format a\.contributions\.yaml: \d+ edits?\nwould format 1 of 1 file\n$/],
  ])("%s --check names the files with work left", async (command, text, expected) => {
    await inFolder({ "a.contributions.yaml": text });
    const { code, out, err } = await wlcgNotes(command, "--check", ".");
    expect([code, err]).toEqual([1, ""]);
    expect(out).toEqual(typeof expected === "string" ? expected : expect.stringMatching(expected));
    expect(await contentOf("a.contributions.yaml")).toBe(text);
    expect((await wlcgNotes(command, ".")).code).toBe(0);
    expect(await wlcgNotes(command, "--check", ".")).toEqual({
      code: 0,
      out: `nothing to ${command} in 1 file\n`,
      err: "",
    });
  });

  it.each([
    ["fix", slip],
    ["format", loose],
  ])("%s --diff shows nothing but the diff", async (command, text) => {
    await inFolder({ "a.contributions.yaml": text });
    const { code, out } = await wlcgNotes(command, "--diff", ".");
    expect(code).toBe(1);
    expect(out).toMatch(/^(?:diff --git |--- )a/);
    expect(out).toContain("+++ b/a.contributions.yaml\n@@ ");
    expect(await contentOf("a.contributions.yaml")).toBe(text);
    await inFolder({ "a.contributions.yaml": inMeeting("  - title: Rucio\n    themes: none\n") });
    expect(await wlcgNotes(command, "--diff", ".")).toEqual({ code: 0, out: "", err: "" });
  });

  it("format - writes standard input formatted to standard output", async () => {
    const { code, out } = await wlcgNotesReading(loose, "format", "-");
    expect(code).toBe(0);
    expect(out).toBe(inMeeting("  - title: Rucio\n    themes: none\n"));
  });

  it("refuse several of --diff, --check and --dry-run", async () => {
    await inFolder({});
    expect((await wlcgNotes("fix", "--diff", "--check", ".")).err).toBe(
      "wlcg-notes: --diff and --check exclude each other\n",
    );
  });
});
