/** Which files the command line reads: links, special files, odd names, folders that cannot be read. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { asNobody } from "../../support/asNobody";
import { contentOf, inFolder, wlcgNotes } from "../../support/commandLine";
import { inMeeting } from "../../support/findings";
import { bundle } from "../../support/server";

const name = "a.contributions.yaml";
const before = inMeeting("  - title: x\n    themes: [security, security]\n");
const after = before.replace(", security", "");

async function filesOf(...paths: readonly string[]): Promise<readonly string[]> {
  const { out } = await wlcgNotes("check", "--format", "json", ...paths);
  return [...new Set((JSON.parse(out) as readonly { file: string }[]).map(({ file }) => file))];
}

describe.skipIf(process.platform === "win32")("links", () => {
  const withLinks = async (): Promise<void> => {
    await inFolder({
      "elsewhere/real.txt": before,
      "elsewhere/b.contributions.yaml": before,
      [`m/${name}`]: before,
    });
    mkdirSync("m/sub");
    symlinkSync("../elsewhere/real.txt", "m/link.contributions.yaml");
    symlinkSync("../../elsewhere/real.txt", "m/sub/link.contributions.yaml");
    symlinkSync("../elsewhere", "m/folder");
    symlinkSync("..", "m/loop");
    symlinkSync("/", "m/sub/root");
    symlinkSync("gone", "m/dangling.contributions.yaml");
  };

  it.each(["m", "m/", "./m", "m/**", "m/**/*.yaml", "**/m/**/*.contributions.yaml"])(
    "below %s are neither read nor written",
    async (path) => {
      await withLinks();
      expect(await filesOf(path)).toEqual([`m/${name}`]);
      expect(await wlcgNotes("fix", path)).toMatchObject({ code: 0, err: "" });
      expect(await contentOf(`m/${name}`)).toBe(after);
      for (const file of ["elsewhere/real.txt", "elsewhere/b.contributions.yaml"])
        expect(await contentOf(file)).toBe(before);
    },
  );

  it("are followed where they are arguments, and a file counts once", async () => {
    await withLinks();
    expect(await filesOf("m/folder")).toEqual(["m/folder/b.contributions.yaml"]);
    expect(
      await filesOf("m/link.contributions.yaml", "m/sub/link.contributions.yaml", "elsewhere/real.txt"),
    ).toEqual(["m/link.contributions.yaml"]);
    expect((await wlcgNotes("fix", "m/link.contributions.yaml")).code).toBe(0);
    expect(await contentOf("elsewhere/real.txt")).toBe(after);
  });

  it("that lead nowhere are named where they are arguments", async () => {
    await withLinks();
    symlinkSync("self", "self");
    expect(await wlcgNotes("check", "m/dangling.contributions.yaml", "self")).toEqual({
      code: 2,
      out: "",
      err: "wlcg-notes: m/dangling.contributions.yaml: is a link to a file that does not exist\nwlcg-notes: self: a link that leads to itself\n",
    });
  });
});

describe.skipIf(process.platform === "win32")("special files", () => {
  it("are left out below folders and refused as arguments, without waiting", async () => {
    await inFolder({ [`m/${name}`]: before });
    spawnSync("sh", ["-c", "mkfifo m/pipe.contributions.yaml"]);
    expect(await filesOf("m", "m/*")).toEqual([`m/${name}`]);
    const paths = ["m/pipe.contributions.yaml", "/dev/zero", "m"];
    const { code, err } = await wlcgNotes("fix", ...paths);
    expect(code).toBe(2);
    expect(err).toBe(
      paths
        .slice(0, 2)
        .map((path) => `wlcg-notes: ${path}: is not a regular file\n`)
        .join(""),
    );
    expect(await contentOf(`m/${name}`)).toBe(after);
    const catalogue = await wlcgNotes("check", "m", "--catalogue", "m/pipe.contributions.yaml");
    expect(catalogue.err).toBe("wlcg-notes: m/pipe.contributions.yaml: is not a regular file\n");
  });

  it("standard input is read where it is a file, and refused where it is a pipe", async () => {
    await inFolder({ [name]: before });
    const command = `'${process.execPath}' '${bundle("cli.js")}' check /dev/stdin`;
    expect(spawnSync("sh", ["-c", `${command} < ${name}`], { encoding: "utf8" }).status).toBe(1);
    const child = spawn(process.execPath, [bundle("cli.js"), "check", "/dev/stdin"]);
    let err = "";
    child.stderr.on("data", (data: Buffer) => {
      err += data.toString();
    });
    const [code] = await once(child, "close");
    expect([code, err]).toEqual([2, "wlcg-notes: /dev/stdin: is not a regular file\n"]);
  });
});

describe("odd names", () => {
  const names = [
    "-x",
    "--help",
    "new\nline",
    "*",
    "[a]",
    "{b,c}",
    " ",
    "!d",
    "#e",
    "back\\slash",
    "é\u0301",
    "(f)",
  ];

  it.skipIf(process.platform === "win32")(
    "are read, written and reported below a folder and as arguments",
    async () => {
      const files = names.map((start) => `${start}.contributions.yaml`).sort();
      await inFolder(Object.fromEntries(files.map((file) => [file, before])));
      expect(await filesOf(".")).toEqual(files);
      expect(await filesOf("--", ...files)).toEqual(files);
      expect(await wlcgNotes("fix", ".")).toMatchObject({ code: 0, err: "" });
      for (const file of files) expect(await contentOf(file)).toBe(after);
    },
  );

  it("after -- are paths, not options", async () => {
    await inFolder({ "-h": before, "--help": before, "--version": before });
    expect(await filesOf("--", "-h", "--help", "--version")).toEqual(["-h", "--help", "--version"]);
  });

  it.skipIf(process.platform !== "linux")("need not be UTF-8", async () => {
    await inFolder({});
    const [folder, file] = [
      Buffer.from("d\xe9", "latin1"),
      Buffer.from("/\xff\xfe.contributions.yaml", "latin1"),
    ];
    mkdirSync(folder);
    writeFileSync(Buffer.concat([folder, file]), before);
    const shown = "d\ufffd/\ufffd\ufffd.contributions.yaml";
    for (const path of [".", shown, "d\ufffd", "*/*.yaml"]) expect(await filesOf(path)).toEqual([shown]);
    expect(await wlcgNotes("fix", ".")).toMatchObject({ code: 0, err: "" });
    expect((await wlcgNotes("check", ".")).code).toBe(0);
  });

  it.skipIf(process.platform !== "linux")("that can mean two files lead to neither", async () => {
    const bytes = Buffer.from("a\xff.contributions.yaml", "latin1");
    const shown = "a\ufffd.contributions.yaml";
    await inFolder({ [shown]: before });
    writeFileSync(bytes, before);
    for (const path of [shown, "*.yaml"]) {
      const { code, err } = await wlcgNotes("fix", path);
      expect([code, err]).toEqual([
        2,
        `wlcg-notes: ${shown}: the name is ambiguous; pass its folder instead\n`,
      ]);
      expect([await contentOf(shown), readFileSync(bytes, "utf8")]).toEqual([before, before]);
    }
    expect((await wlcgNotes("fix", ".")).code).toBe(0);
    expect([await contentOf(shown), readFileSync(bytes, "utf8")]).toEqual([after, after]);
  });

  it("are as long as they may be, and as deep", async () => {
    const deep = "d/".repeat(900);
    await inFolder({ [`${"x".repeat(255 - ".contributions.yaml".length)}.contributions.yaml`]: before });
    mkdirSync(deep, { recursive: true });
    writeFileSync(`${deep}${name}`, before);
    expect(await wlcgNotes("fix", ".")).toMatchObject({ code: 0, err: "" });
    expect(await contentOf(`${deep}${name}`)).toBe(after);
  });
});

describe.skipIf(process.platform === "win32")("what cannot be read", () => {
  it.each([".", "m", "**/*.contributions.yaml"])(
    "below %s is reported, and the run continues",
    async (path) => {
      await inFolder({
        [`m/${name}`]: before,
        "m/deep/er/lock/b.contributions.yaml": before,
        "m/c.contributions.yaml": before,
      });
      for (const folder of [".", "m", "m/deep", "m/deep/er"]) chmodSync(folder, 0o755);
      chmodSync("m/deep/er/lock", 0);
      chmodSync("m/c.contributions.yaml", 0);
      try {
        await asNobody(async () => {
          const { code, out, err } = await wlcgNotes("check", path);
          expect(code).toBe(2);
          expect(out).toContain("in 1 file");
          expect(err.split("\n").sort()).toEqual([
            "",
            "wlcg-notes: m/c.contributions.yaml: permission denied",
            "wlcg-notes: m/deep/er/lock: permission denied",
          ]);
        });
      } finally {
        chmodSync("m/deep/er/lock", 0o755);
      }
    },
  );

  it("is named once, however often it is an argument", async () => {
    await inFolder({ [name]: before });
    const { out, err } = await wlcgNotes("check", "--format", "gitlab", "gone", "./gone", "gone", name);
    expect(err).toBe("wlcg-notes: gone: no such file or folder\n");
    const prints = (JSON.parse(out) as readonly { fingerprint: string }[]).map(
      ({ fingerprint }) => fingerprint,
    );
    expect([prints.length, new Set(prints).size]).toEqual([2, 2]);
  });

  it("is counted if there is nothing else to fix", async () => {
    await inFolder({ [name]: after, "b.contributions.yaml": Buffer.from("\xff", "latin1") });
    expect((await wlcgNotes("fix", ".")).out).toBe("nothing to fix in 1 file, 1 refused\n");
  });

  it("is a file larger than a text can be, which takes no memory", async () => {
    await inFolder({ [`m/${name}`]: "" });
    truncateSync(`m/${name}`, 1_900_000_000);
    for (const path of ["m", `m/${name}`])
      expect((await wlcgNotes("check", path)).err).toBe(`wlcg-notes: m/${name}: the file is too large\n`);
  });

  it.each(["m/*k.yaml", "m/l*", "m/s*"])(
    "is reported for the pattern %s that matches no file",
    async (pattern) => {
      await inFolder({ "m/sub.yaml/x": "", x: "" });
      symlinkSync("../x", "m/link.yaml");
      const hint = "no file matches, only folders or links, which patterns do not follow";
      expect((await wlcgNotes("check", pattern)).err).toBe(`wlcg-notes: ${pattern}: ${hint}\n`);
      expect((await wlcgNotes("check", "m/q*")).err).toBe("wlcg-notes: m/q*: no file matches\n");
    },
  );

  it("is the only message if there is nothing else", async () => {
    await inFolder({ "m/lock/a.txt": "" });
    for (const folder of [".", "m"]) chmodSync(folder, 0o755);
    chmodSync("m/lock", 0);
    await asNobody(async () => {
      expect(await wlcgNotes("check", "m")).toEqual({
        code: 2,
        out: "",
        err: "wlcg-notes: m/lock: permission denied\n",
      });
    });
    chmodSync("m/lock", 0o755);
  });
});
