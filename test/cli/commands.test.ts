import { describe, expect, it } from "vitest";
import manifest from "../../package.json";
import { inFolder, wlcgNotes } from "../support/commandLine";
import { inMeeting } from "../support/findings";

const validFile = inMeeting("  - title: x\n    themes: none\n");

describe("wlcg-notes", () => {
  it.each([["--help"], ["-h"], ["check", "--help"]])("%s %s shows the usage", async (...args) => {
    const { code, out, err } = await wlcgNotes(...args);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    for (const command of [
      "check PATH",
      "suggest PATH",
      "fix PATH",
      "coverage PATH",
      "lsp --stdio",
      "Exit codes",
    ])
      expect(out).toContain(command);
  });

  it("--version says the version alone", async () => {
    expect(await wlcgNotes("--version")).toEqual({ code: 0, out: `${manifest.version}\n`, err: "" });
  });

  it.each<[readonly string[], string]>([
    [[], "no command given; see wlcg-notes --help"],
    [["chekc", "a.yaml"], 'unknown command "chekc"; see wlcg-notes --help'],
    [["constructor"], 'unknown command "constructor"; see wlcg-notes --help'],
    [["coverage"], "no path given; see wlcg-notes --help"],
    [["coverage", ".", "--format", "sarif"], 'unknown format "sarif"; expected one of text, json, svg'],
    [["coverage", ".", "-o"], "Option '-o, --out <value>' argument missing"],
    [["check"], "no path given; see wlcg-notes --help"],
    [["suggest"], "no path given; see wlcg-notes --help"],
    [["fix", "--dry-run"], "no path given; see wlcg-notes --help"],
    [["check", "--fromat", "json", "."], "Unknown option '--fromat'"],
    [["check", ".", "--format"], "Option '--format <value>' argument missing"],
    [
      ["check", ".", "--format", "xml"],
      'unknown format "xml"; expected one of text, json, sarif, gitlab, github',
    ],
    [
      ["check", ".", "--format", "toString"],
      'unknown format "toString"; expected one of text, json, sarif, gitlab, github',
    ],
    [["suggest", ".", "--format", "sarif"], 'unknown format "sarif"; expected one of text, json'],
    [["check", ".", "--dry-run"], "Unknown option '--dry-run'"],
    [["fix", ".", "--format", "json"], "Unknown option '--format'"],
    [["check", ".", "--catalogue", "none.yaml"], "none.yaml: no such file or folder"],
    [["check", ".", "--catalogue", "."], ".: is a folder"],
    [["check", ""], "a path is empty"],
    [["check", ".", ""], "a path is empty"],
    [["check", ".", "--catalogue", ""], "the value of --catalogue is empty"],
    [["check", ".", "--format="], "the value of --format is empty"],
    [["suggest", ".", "--archive", ""], "the value of --archive is empty"],
    [["coverage", ".", "-o", ""], "the value of -o is empty"],
    [["render", "a.contributions.yaml", "--out="], "the value of -o is empty"],
  ])("%j is unusable", async (args, message) => {
    await inFolder({ "a.contributions.yaml": validFile });
    expect(await wlcgNotes(...args)).toEqual({ code: 2, out: "", err: `wlcg-notes: ${message}\n` });
  });

  it("reads another catalogue", async () => {
    await inFolder({
      "a.contributions.yaml": inMeeting("  - title: x\n    themes: [cooling]\n"),
      "b.contributions.yaml": inMeeting("  - title: x\n    themes: [security]\n"),
      "rooms.yaml":
        "name: Rooms\nthemes:\n  - {id: cooling, title: Cooling, summary: Cold air., topics: []}\nsystems: []\ncommunities: []\n",
    });
    const { code, out } = await wlcgNotes("check", ".", "--catalogue", "rooms.yaml");
    expect(code).toBe(1);
    expect(out).toContain("b.contributions.yaml:6:14: error: Unknown theme: `security`. [unknown-theme]");
    expect(out).not.toContain("a.contributions.yaml");
  });

  it("refuses a catalogue that is none, with the line", async () => {
    await inFolder({ "a.contributions.yaml": validFile, "k.yaml": "name: x\nthemes: none\n" });
    expect(await wlcgNotes("check", ".", "--catalogue", "k.yaml")).toEqual({
      code: 2,
      out: "",
      err: "wlcg-notes: k.yaml:2 is not a valid theme catalogue: `themes` must be a list.\n",
    });
  });
});
