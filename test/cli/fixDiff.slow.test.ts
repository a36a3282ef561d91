/** The diff of `fix --dry-run`, applied by the programs that read such diffs, against what `fix` writes. */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { unifiedDiff } from "../../server/src/cli/actions/unifiedDiff";
import { contentOf, inFolder, wlcgNotes } from "../support/commandLine";
import { inMeeting } from "../support/findings";

const name = "a.contributions.yaml";
const meeting = inMeeting(
  [
    "  # the morning",
    "  - title: x",
    "    themes: [security, security]",
    "    notes: none yet",
    ...["a", "b", "c", "d"].map((title) => `  - title: ${title}\n    themes: none`),
    "  - title: y",
    "    themes: none",
    "    duration: '20'",
    "",
  ].join("\n"),
);

const fixed = meeting.replace("[security, security]", "[security]").replace("'20'", "20");

interface Program {
  readonly command: string;
  readonly args: readonly string[];
  /** why it cannot be asked here */
  readonly isMissing: boolean;
}

const programs: Readonly<Record<string, Program>> = {
  "git apply": program("git", ["apply", "-"]),
  "patch -p1": program("patch", ["-p1", "--quiet", "--batch", "--fuzz=0"]),
};

function program(command: string, args: readonly string[]): Program {
  try {
    execFileSync(command, ["--version"], { stdio: "ignore" });
    return { command, args, isMissing: false };
  } catch {
    return { command, args, isMissing: true };
  }
}

/** Applies a diff in the current folder. */
function apply({ command, args }: Program, diff: string): void {
  if (command === "git") execFileSync("git", ["init", "--quiet"]);
  execFileSync(command, [...args], { input: diff, stdio: ["pipe", "ignore", "pipe"] });
}

/** Applies the diff of a dry run, and returns how the files differ from those that `fix` writes. */
async function expectSame(programName: string, files: Readonly<Record<string, string>>): Promise<void> {
  const { [programName]: one = program("", []) } = programs;
  await inFolder(files);
  const { code, out, err } = await wlcgNotes("fix", ".", "--dry-run");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  apply(one, out);
  const applied = Object.keys(files).map((file) => readFileSync(file));
  for (const [file, content] of Object.entries(files)) writeFileSync(file, content);
  expect((await wlcgNotes("fix", ".")).code).toBe(0);
  const fixed = Object.keys(files).map((file) => readFileSync(file));
  expect(applied).toEqual(fixed);
  expect(fixed.map(String)).not.toEqual(Object.values(files));
}

const texts: readonly (readonly [what: string, text: string])[] = [
  ["line feeds", meeting],
  ["carriage returns", meeting.replaceAll("\n", "\r\n")],
  ["mixed line ends", meeting.replace("x\n", "x\r\n").replace("'20'\n", "'20'\r\n")],
  ["no line end at the end", meeting.trimEnd()],
  ["no line end at the end, and carriage returns", meeting.trimEnd().replaceAll("\n", "\r\n")],
  ["a byte order mark", `\ufeff${meeting}`],
  [
    "a byte order mark beside the change",
    "\ufeffcontributions:\n  - title: x\n    themes: [security, security]\n",
  ],
  [
    "lines that look like a diff",
    meeting
      .replace("  # the", "  #\n--- a/b\n+++ b/b\n@@ -1 +1 @@\n  # the")
      .replaceAll(/^([-+@])/gm, "    # $1"),
  ],
  ["tabs and letters outside ASCII", meeting.replace("none yet", "matinée 🌅\t# é")],
];

const names: readonly string[] = [
  "two words.contributions.yaml",
  " b.contributions.yaml",
  "réunion été 会议.contributions.yaml",
  'quote".contributions.yaml',
  "back\\slash.contributions.yaml",
  "tab\there.contributions.yaml",
  "new\nline.contributions.yaml",
  "bell\u0007 csi\u009b31m.contributions.yaml",
  "\u202elmay.contributions.yaml",
  "##[error]x.contributions.yaml",
  "::error::x.contributions.yaml",
  "a/b c/--- a/d.contributions.yaml",
  "--- a/x.contributions.yaml",
  "diff --git a/q.contributions.yaml b/q.contributions.yaml",
];

describe.each(Object.entries(programs))("%s", (programName, { isMissing }) => {
  describe.skipIf(isMissing)("makes of the diff what fix writes", () => {
    it.each(texts)("with %s", (_, text) => expectSame(programName, { [name]: text }));

    it("of several files, whatever their names", () =>
      expectSame(programName, Object.fromEntries(names.map((file) => [file, meeting]))));

    it("in a folder of the repository", async () => {
      await inFolder({ [`sub/${name}`]: meeting, [name]: "untouched" });
      if (programName === "git apply") execFileSync("git", ["init", "--quiet"]);
      process.chdir("sub");
      apply(programs[programName] ?? program("", []), (await wlcgNotes("fix", name, "--dry-run")).out);
      const applied = await contentOf(name);
      await wlcgNotes("fix", name);
      expect(applied).toBe(fixed);
      expect(await contentOf(`../${name}`)).toBe("untouched");
    });

    it("of a file with thousands of changes", async () => {
      const items = Array.from(
        { length: 3000 },
        (_, at) => `  - title: t${at}\n    themes: [security, security]\n`,
      );
      await expectSame(programName, { [name]: `${inMeeting(items.join(""))}  - title: z` });
    });

    it("and nothing of a diff that shows characters that act, beside one that applies", async () => {
      const acting = meeting.replace("none yet", "none \u202eyet");
      await inFolder({ [name]: acting, "b.contributions.yaml": meeting });
      const { out, err } = await wlcgNotes("fix", ".", "--dry-run");
      expect(err).toBe(
        `wlcg-notes: ${name}: the diff cannot be applied: control characters are replaced in it\n`,
      );
      apply(programs[programName] ?? program("", []), out);
      expect([await contentOf(name), await contentOf("b.contributions.yaml")]).toEqual([acting, fixed]);
    });
  });
});

describe("the diff", () => {
  it("shows what is to be added and removed, with three lines around it", () => {
    expect(unifiedDiff(name, "a\nb\nc\nd\ne\n", "a\nb\nc\nd\nE")).toEqual({
      text: `--- a/${name}\n+++ b/${name}\n@@ -2,4 +2,4 @@\n b\n c\n d\n-e\n+E\n\\ No newline at end of file\n`,
      isExact: true,
    });
  });

  it.each([
    ["a control character", "a\u001b[2J"],
    ["a carriage return within a line", "a\rb"],
    ["an override of direction", "a\u202eb"],
    ["a command of a CI job", "::error::x"],
    ["another", "x ##[error]"],
  ])("is for people alone where it would show %s", (_, line) => {
    const { text, isExact } = unifiedDiff(name, `${line}\nb\n`, `${line}\nc\n`);
    expect(isExact).toBe(false);
    expect(text).toBe("@@ line 2 @@\n- b\n+ c\n");
  });

  it.each([
    ["a.yaml", "a/a.yaml"],
    ["./b/../c d.yaml", "a/c d.yaml\t"],
    ["/x/é.yaml", "a/x/é.yaml"],
    ['q".yaml', '"a/q\\042.yaml"'],
    ["##[error]\u009bé.yaml", '"a/\\043\\043\\133error\\135\\302\\233\\303\\251.yaml"'],
  ])("names %j as %j", (path, expected) => {
    expect(unifiedDiff(path, "a\n", "b\n").text.split("\n")[0]).toBe(`--- ${expected}`);
  });

  it("is for people alone where the name is not UTF-8", () => {
    expect(unifiedDiff("\ufffd.yaml", "a\n", "b\n").isExact).toBe(false);
  });
});
