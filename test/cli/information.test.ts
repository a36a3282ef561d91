/** The commands that read no meeting: `rules`, `explain`, `themes`, `schema`, `completion`. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { commands } from "../../server/src/cli/commands/index";
import { codeTable } from "../../server/src/core/findings/codeTable";
import { contentOf, inFolder, wlcgNotes } from "../support/commandLine";

describe("rules", () => {
  it("lists every code with its severity", async () => {
    const { code, out } = await wlcgNotes("rules");
    expect(code).toBe(0);
    expect(
      out
        .trimEnd()
        .split("\n")
        .map((line) => line.split(/ +/).slice(0, 2)),
    ).toEqual(codeTable.map((row) => [row.code, row.severity]));
    expect(JSON.parse((await wlcgNotes("rules", "--format", "json")).out)).toHaveLength(codeTable.length);
  });

  it.each(codeTable.map(({ code }) => code))("explain %s shows its description and example", async (name) => {
    const { code, out, err } = await wlcgNotes("explain", name);
    const row = codeTable.find((candidate) => candidate.code === name);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain(`${name} (${row?.severity})`);
    expect(out).toContain(`Message: ${row?.examples[0].message}`);
  });

  it.each([
    [["explain", "untaged-item"], 'unknown code "untaged-item"; did you mean untagged-item?'],
    [["explain", "everything"], 'unknown code "everything"; wlcg-notes rules lists all'],
    [["explain"], "explain accepts one CODE"],
    [["rules", "x"], "rules accepts no path; explain CODE explains one"],
  ])("%j is refused", async (args, message) => {
    expect(await wlcgNotes(...args)).toEqual({ code: 2, out: "", err: `wlcg-notes: ${message}\n` });
  });
});

describe("themes", () => {
  it("lists the references of the built-in catalogue", async () => {
    const { out } = await wlcgNotes("themes");
    expect(out).toMatch(/^deployment-operations +\S/m);
    expect(out).toMatch(/^deployment-operations\/openstack +\S/m);
    const list = JSON.parse((await wlcgNotes("themes", "--format", "json")).out);
    expect(list).toHaveLength(out.trimEnd().split("\n").length);
    expect(list[0]).toEqual({
      ref: expect.any(String),
      title: expect.any(String),
      summary: expect.any(String),
    });
  });

  it("lists those of another catalogue", async () => {
    await inFolder({
      "rooms.yaml":
        "name: Rooms\nthemes:\n  - {id: cooling, title: Cooling, summary: Cold air., topics: []}\nsystems: []\ncommunities: []\n",
    });
    expect((await wlcgNotes("themes", "--catalogue", "rooms.yaml")).out).toBe("cooling  Cooling\n");
  });
});

describe("schema", () => {
  it.each(["catalogue", "notes", "coverage"])("prints that of %s", async (name) => {
    const file = new URL(`../../schemas/${name}.schema.json`, import.meta.url);
    expect(await wlcgNotes("schema", name)).toEqual({ code: 0, out: readFileSync(file, "utf8"), err: "" });
  });

  it("refuses another name, and writes to a file", async () => {
    await inFolder({});
    expect((await wlcgNotes("schema", "catalog")).err).toBe(
      'wlcg-notes: unknown schema "catalog"; did you mean catalogue?\n',
    );
    expect((await wlcgNotes("schema", "catalogue", "-o", "a.json")).code).toBe(0);
    expect(JSON.parse(await contentOf("a.json"))).toHaveProperty("$schema");
  });
});

describe("completion", () => {
  it.each(["zsh", "fish"])("has a script for %s with every option", async (shell) => {
    const { code, out } = await wlcgNotes("completion", shell);
    expect(code).toBe(0);
    for (const { name, options } of commands) {
      expect(out).toContain(name);
      for (const option of Object.keys(options)) expect(out).toContain(option);
    }
  });

  it.each([[[]], [["tcsh"]], [["bash", "zsh"]]])("refuses %j", async (shells) => {
    expect(await wlcgNotes("completion", ...shells)).toEqual({
      code: 2,
      out: "",
      err: "wlcg-notes: completion accepts one SHELL: bash, zsh or fish\n",
    });
  });
});
