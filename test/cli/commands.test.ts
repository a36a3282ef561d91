import { describe, expect, it } from "vitest";
import manifest from "../../package.json";
import { commands } from "../../server/src/cli/commands/index";
import { inFolder, wlcgNotes } from "../support/commandLine";
import { inMeeting } from "../support/findings";

const validFile = inMeeting("  - title: x\n    themes: none\n");

describe("wlcg-notes", () => {
  it.each([["--help"], ["-h"], ["help"]])("%s shows the commands", async (...args) => {
    const { code, out, err } = await wlcgNotes(...args);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    for (const { name, summary } of commands)
      expect(out).toMatch(new RegExp(`^  ${name}\\b.*  ${summary}$`, "m"));
    expect(out).toContain("Exit codes");
  });

  it.each(commands.map(({ name }) => name))("help %s shows its options and examples", async (name) => {
    const { code, out, err } = await wlcgNotes("help", name);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const command = commands.find((candidate) => candidate.name === name);
    for (const [option, { help }] of Object.entries(command?.options ?? {})) {
      expect(out).toContain(`--${option}`);
      expect(out).toContain(help);
    }
    for (const example of command?.examples ?? []) expect(out).toContain(`\n  ${example}\n`);
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(130);
    expect(await wlcgNotes(name, "--help")).toEqual({ code, out, err });
    expect(await wlcgNotes(name, "x", "-h")).toEqual({ code, out, err });
  });

  it("examples are accepted, up to the files that they name", async () => {
    await inFolder({});
    for (const example of commands.flatMap(({ examples }) => examples)) {
      if (/ lsp | https:|^eval /.test(example)) continue;
      const { err } = await wlcgNotes(
        ...example
          .replace(/ [>|] .*/, "")
          .split(" ")
          .slice(1),
      );
      expect(err).not.toMatch(/option|unknown|exclude|needs/i);
    }
  });

  it.each(["--version", "-V"])("%s says the version alone", async (option) => {
    expect(await wlcgNotes(option)).toEqual({ code: 0, out: `${manifest.version}\n`, err: "" });
  });

  it.each<[readonly string[], string]>([
    [[], "no command given; see wlcg-notes --help"],
    [["chekc", "a.yaml"], 'unknown command "chekc"; did you mean check?'],
    [["help", "rendre"], 'unknown command "rendre"; did you mean render?'],
    [["lsp", "--catalogue", "x"], 'unknown option "--catalogue" of lsp'],
    [["constructor"], 'unknown command "constructor"; see wlcg-notes --help'],
    [["coverage"], "no path given; see wlcg-notes --help"],
    [["coverage", ".", "--format", "sarif"], 'unknown format "sarif"; expected one of text, json, svg'],
    [["coverage", ".", "-o"], "Option '-o, --out <value>' argument missing"],
    [["check"], "no path given; see wlcg-notes --help"],
    [["suggest"], "no path given; see wlcg-notes --help"],
    [["fix", "--dry-run"], "no path given; see wlcg-notes --help"],
    [["check", "--fromat", "json", "."], "Unknown option '--fromat'; did you mean --format?"],
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
