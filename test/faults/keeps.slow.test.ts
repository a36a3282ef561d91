/** What a file keeps when the command line writes it: links, owner, mode, attributes; and where a folder is closed. */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { describe, expect, it } from "vitest";
import { asNobody } from "../support/asNobody";
import { contentOf, inFolder, type Outcome, wlcgNotes } from "../support/commandLine";
import { inMeeting } from "../support/findings";
import { bundle } from "../support/server";

const name = "a.contributions.yaml";
const before = inMeeting("  - title: x\n    themes: [security, security]\n");
const after = before.replace(", security", "");
const isRoot = process.getuid?.() === 0;

const commands: readonly (readonly [string, readonly string[]])[] = [
  [name, ["fix", name]],
  ["notes.md", ["render", name, "-o", "notes.md"]],
];

/** Both files, those of last week, and a command on one of them. */
async function inFolderWithNotes(): Promise<void> {
  await inFolder({ [name]: before, "notes.md": "the notes of last week" });
}

async function isWritten(file: string): Promise<boolean> {
  const content = await contentOf(file);
  return file === name ? content === after : content.startsWith("# M");
}

const done: Partial<Outcome> = { code: 0, err: "" };

describe.skipIf(process.platform === "win32")("a file", () => {
  it.each(commands)("%s keeps its hard links", async (file, command) => {
    await inFolderWithNotes();
    linkSync(file, "other");
    const { ino } = statSync("other");
    expect(await wlcgNotes(...command)).toMatchObject(done);
    expect(statSync(file)).toMatchObject({ ino, nlink: 2 });
    expect([await isWritten(file), await contentOf("other")]).toEqual([true, await contentOf(file)]);
    expect(readdirSync(".").sort()).toEqual([name, "notes.md", "other"]);
  });

  it.each([0o600, 0o640, 0o666, 0o755])("has the mode %o afterwards", async (mode) => {
    for (const [file, command] of commands) {
      await inFolderWithNotes();
      chmodSync(file, mode);
      expect(await wlcgNotes(...command)).toMatchObject(done);
      expect(statSync(file).mode & 0o7777).toBe(mode);
    }
  });

  it.each(commands)("%s loses setuid as in any editor", async (file, command) => {
    await inFolderWithNotes();
    chmodSync(".", 0o777);
    if (isRoot) for (const each of [".", name, "notes.md"]) chownSync(each, 65_534, 65_534);
    chmodSync(file, 0o4755);
    await asNobody(async () => {
      expect(await wlcgNotes(...command)).toMatchObject(done);
    });
    expect(statSync(file).mode & 0o7777).toBe(0o755);
  });

  it.skipIf(!isRoot).each(commands)("%s keeps its owner where root writes", async (file, command) => {
    await inFolderWithNotes();
    chownSync(file, 1234, 2345);
    expect(await wlcgNotes(...command)).toMatchObject(done);
    expect(statSync(file)).toMatchObject({ uid: 1234, gid: 2345 });
    expect(await isWritten(file)).toBe(true);
  });

  it.each(commands)("%s keeps its attributes", async (file, command) => {
    await inFolderWithNotes();
    const python = (code: string) => spawnSync("python3", ["-c", `import os; ${code}`], { encoding: "utf8" });
    if (python(`os.setxattr('${file}', 'user.note', b'yes')`).status !== 0) return;
    expect(await wlcgNotes(...command)).toMatchObject(done);
    expect(python(`print(os.getxattr('${file}', 'user.note'))`).stdout).toBe("b'yes'\n");
  });

  it.each(commands)("%s keeps its access list, and its group gets no more", async (file, command) => {
    await inFolderWithNotes();
    chmodSync(file, 0o600);
    const run = (...args: readonly string[]) => spawnSync(args[0] ?? "", args.slice(1), { encoding: "utf8" });
    if (run("setfacl", "-m", "u:65534:rw", file).status !== 0) return;
    const list = run("getfacl", "-cn", file).stdout;
    expect(await wlcgNotes(...command)).toMatchObject(done);
    expect(run("getfacl", "-cn", file).stdout).toBe(list);
    expect(list).toContain("group::---");
  });

  it.each(commands)("%s is written in a folder that takes no other file", async (file, command) => {
    await inFolderWithNotes();
    chmodSync(file, 0o666);
    chmodSync(".", 0o555);
    await asNobody(async () => {
      expect(await wlcgNotes(...command)).toMatchObject(done);
    });
    chmodSync(".", 0o755);
    expect(await isWritten(file)).toBe(true);
    expect(readdirSync(".").sort()).toEqual([name, "notes.md"]);
  });

  it.skipIf(!isRoot).each(commands)("%s of another user is not changed", async (file, command) => {
    await inFolderWithNotes();
    chmodSync(".", 0o777);
    await asNobody(async () => {
      const { code, err } = await wlcgNotes(...command);
      expect([code, err]).toEqual([2, `wlcg-notes: ${file}: permission denied\n`]);
    });
    expect(await isWritten(file)).toBe(false);
    expect(readdirSync(".").sort()).toEqual([name, "notes.md"]);
  });
});

describe("another program's files", () => {
  it("stay, whatever they are called", async () => {
    const others = [`${name}.${process.pid}.tmp`, `${name}.tmp`, `notes.md.${process.pid}.tmp`];
    await inFolder({ [name]: before, ...Object.fromEntries(others.map((other) => [other, "mine"])) });
    for (const [, command] of commands) expect(await wlcgNotes(...command)).toMatchObject(done);
    for (const other of others) expect(await contentOf(other)).toBe("mine");
  });
});

describe.skipIf(process.platform === "win32")("-o", () => {
  it("writes to where a link leads, also where no file is there yet", async () => {
    await inFolder({ [name]: before, "b/x": "" });
    mkdirSync("links");
    symlinkSync("../b/new.md", "links/one");
    symlinkSync("links/one", "two");
    expect(await wlcgNotes("render", name, "-o", "two")).toMatchObject(done);
    expect(await contentOf("b/new.md")).toContain("# M");
    expect([readlinkSync("two"), readlinkSync("links/one")]).toEqual(["links/one", "../b/new.md"]);
    expect(readdirSync("links")).toEqual(["one"]);
  });

  it("refuses a link into a folder that does not exist", async () => {
    const folder = await inFolder({ [name]: before });
    symlinkSync("gone/new.md", "link");
    expect(await wlcgNotes("render", name, "-o", "link")).toEqual({
      code: 2,
      out: "",
      err: `wlcg-notes: link: is a link to ${folder}/gone/new.md, whose folder does not exist\n`,
    });
    expect(readlinkSync("link")).toBe("gone/new.md");
  });

  it.each([0o022, 0o077])("makes a file that the umask %o allows", async (mask) => {
    await inFolder({ [name]: before });
    const old = process.umask(mask);
    await wlcgNotes("render", name, "-o", "notes.md");
    process.umask(old);
    expect(statSync("notes.md").mode & 0o777).toBe(0o666 & ~mask);
  });

  it("refuses a hard link of the meeting, and any meeting that coverage counts", async () => {
    await inFolder({ [name]: before, "b.contributions.yaml": before });
    linkSync(name, "notes.md");
    for (const command of [
      ["render", name, "-o", "notes.md"],
      ["coverage", ".", "-o", "b.contributions.yaml"],
    ])
      expect((await wlcgNotes(...command)).err).toMatch(/: is an input of this run\n$/);
    for (const file of [name, "b.contributions.yaml"]) expect(await contentOf(file)).toBe(before);
  });

  it.each<[string, readonly string[]]>([
    ["a file that cannot be read", ["coverage", ".", "-o", "latin1.contributions.yaml"]],
    ["a file that is no contributions file", ["coverage", name, "foreign.yml", "-o", "foreign.yml"]],
    ["a file that a pattern matches", ["coverage", "*.y*ml", "-o", "foreign.yml"]],
    ["the catalogue of coverage", ["coverage", name, "--catalogue", "cat.yaml", "-o", "./cat.yaml"]],
    ["the catalogue of render", ["render", name, "--force", "--catalogue", "cat.yaml", "-o", "link"]],
  ])("refuses %s", async (_, command) => {
    const files = {
      [name]: before,
      "latin1.contributions.yaml": Buffer.from("title: caf\xe9\n", "latin1"),
      "foreign.yml": "on: push\n",
      "cat.yaml":
        "name: Rooms\nthemes:\n  - {id: cooling, title: Cooling, summary: Cold air., topics: []}\nsystems: []\ncommunities: []\n",
    };
    await inFolder(files);
    symlinkSync("cat.yaml", "link");
    const { code, err } = await wlcgNotes(...command);
    expect([code, err.trim().split("\n").at(-1)]).toEqual([
      2,
      `wlcg-notes: ${command.at(-1)}: is an input of this run`,
    ]);
    for (const [file, content] of Object.entries(files))
      expect(readFileSync(file)).toEqual(Buffer.from(content));
  });

  it.skipIf(process.platform !== "linux")("adds to a log that is standard output or error", async () => {
    await inFolder({ [name]: before });
    for (const [path, end] of [
      ["/dev/stdout", ""],
      ["/dev/fd/1", ""],
      ["/dev/stderr", "2>&1"],
    ]) {
      writeFileSync("log", "first\n");
      const { ino } = statSync("log");
      const command = `'${process.execPath}' '${bundle("cli.js")}' render ${name} -o ${path} >> log ${end}`;
      expect(spawnSync("sh", ["-c", command]).status).toBe(0);
      expect(await contentOf("log")).toMatch(/^first\n# M\n/);
      expect(statSync("log").ino).toBe(ino);
    }
  });

  it.skipIf(process.platform !== "linux")(
    "writes to a file whose name is not UTF-8, and guesses none",
    async () => {
      await inFolder({ [name]: before });
      const bytes = Buffer.from("a\xff.md", "latin1");
      writeFileSync(bytes, "");
      expect(await wlcgNotes("render", name, "-o", "a\ufffd.md")).toMatchObject(done);
      expect(readFileSync(bytes, "utf8")).toContain("# M");
      writeFileSync("a\ufffd.md", "mine");
      const { code, err } = await wlcgNotes("render", name, "-o", "a\ufffd.md");
      expect([code, err]).toEqual([
        2,
        "wlcg-notes: a\ufffd.md: the name is ambiguous; pass its folder instead\n",
      ]);
      expect(await contentOf("a\ufffd.md")).toBe("mine");
    },
  );

  it.skipIf(!existsSync("/dev/full"))("writes to a device and reports a failed write", async () => {
    await inFolder({ [name]: before });
    expect(await wlcgNotes("render", name, "-o", "/dev/null")).toMatchObject(done);
    const { code, err } = await wlcgNotes("render", name, "-o", "/dev/full");
    expect([code, err]).toEqual([2, "wlcg-notes: /dev/full: no space left on the disk\n"]);
    expect(statSync("/dev/null").isFile()).toBe(false);
  });
});
