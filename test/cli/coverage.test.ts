import { readFileSync } from "node:fs";
import { chmod, mkdir, readdir, stat, symlink } from "node:fs/promises";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { contentOf, inFolder, wlcgNotes } from "../support/commandLine";
import { inMeeting } from "../support/findings";

const name = "a.contributions.yaml";
const schema = JSON.parse(
  readFileSync(new URL("../../schemas/coverage.schema.json", import.meta.url), "utf8"),
);
const rooms = `name: Rooms
themes:
  - id: cooling
    title: Cooling
    summary: Cold air.
    topics:
      - {id: water, title: Water, summary: Cold water.}
      - {id: air, title: Air, summary: Cold air.}
  - {id: power, title: Power, summary: Current., topics: []}
systems: []
communities:
  - {name: CMS, summary: An experiment.}
`;
const tagged = inMeeting(
  "  - {title: x, community: cms, duration: 20, themes: [cooling/water, power]}\n  - {title: y, duration: 5}\n",
);
const later =
  "meeting: {title: Later, date: 2020-05-01}\ncontributions:\n  - {title: z, themes: [cooling]}\n";

function covered(...args: readonly string[]) {
  return wlcgNotes("coverage", "--catalogue", "rooms.yaml", ...args);
}

describe("coverage as text", () => {
  it("is a table of themes, topics and communities, with the gaps", async () => {
    await inFolder({ [name]: tagged, "rooms.yaml": rooms });
    expect(await covered(".")).toEqual({
      code: 0,
      out: [
        "Coverage of M, 2019-12-10",
        "",
        "Theme    Items  Minutes  CMS",
        "Cooling      1       10    1",
        "  Water      1       10    1",
        "Power        1       10    1",
        "",
        "2 items, 25 min, 1 untagged.",
        "Every theme is covered.",
        "Not covered in Cooling: Air.",
        "",
      ].join("\n"),
      err: "",
    });
  });

  it("shows how the themes of a series moved, the newest last", async () => {
    await inFolder({ [name]: later, "b.contributions.yaml": tagged, "rooms.yaml": rooms });
    const { out } = await covered(".");
    expect(out.split("\n").slice(0, 9)).toEqual([
      "Coverage of 2 meetings, 2019-12-10 to 2020-05-01",
      "",
      "Theme    Items  Minutes  2019-12-10  2020-05-01  CMS",
      "Cooling      2       10           1           1    1",
      "  Water      1       10           1           ·    1",
      "Power        1       10           1           ·    1",
      "",
      "2 meetings, 3 items, 25 min, 1 untagged.",
      "Every theme is covered.",
    ]);
  });

  it.each([
    ["2020-05-01", "2019-12-10", ", 2019-12-10 to 2020-05-01"],
    ["2019-12-10", "2019-12-10", ", 2019-12-10"],
    ["2026-02-30", "2019-12-10", ", 2019-12-10"],
    ["soon", "later", ""],
  ])("of %s and %s names the days between", async (one, other, days) => {
    const on = (date: string): string => later.replace("2020-05-01", date);
    await inFolder({ [name]: on(one), "b.contributions.yaml": on(other), "rooms.yaml": rooms });
    expect((await covered(".")).out.split("\n")[0]).toBe(`Coverage of 2 meetings${days}`);
  });

  it("keeps the table straight beside wide letters, and a terminal safe from control characters", async () => {
    const items = `  - {title: x, community: "日本\\e[31m", themes: [power]}\n`;
    await inFolder({ [name]: inMeeting(items), "rooms.yaml": rooms });
    const { out } = await covered(name);
    expect(out).toContain(
      "Theme    Items  日本 [31m\nCooling      0          ·\nPower        1          1\n",
    );
  });

  it("reports what could not be read", async () => {
    await inFolder({ [name]: `${tagged}  - {title: z\n`, "rooms.yaml": rooms });
    const { code, out } = await covered(name);
    expect(code).toBe(0);
    expect(out).toContain("1 untagged, not all could be read.\n");
    expect(out).toContain(`Items may be missing, as not all could be read: ${name}:7.\n`);
  });

  it("names files and lines of what could not be read, also without a title", async () => {
    const noTitle = "contributions:\n  - title: x\n    themes: [\n  - title: y\n    notes: 'a\n";
    await inFolder({ [name]: noTitle, "b.contributions.yaml": "meeting: {\n", "rooms.yaml": rooms });
    const { out } = await covered(".");
    expect(out).toContain(
      `Items may be missing, as not all could be read: ${name}:3, ${name}:5, b.contributions.yaml:1.\n`,
    );
    const { out: svg } = await covered(".", "--format", "svg");
    expect(svg).toContain("as not all could be read: (no title), (no title).");
  });
});

describe("coverage as json", () => {
  it.each([
    ["one meeting", { [name]: tagged }],
    ["a series", { [name]: later, "b.contributions.yaml": tagged }],
    ["a meeting without a head", { [name]: "contributions:\n  - {title: x, themes: [gnomes]}\n" }],
    ["a file that breaks off", { [name]: `${tagged}  - {title: z\n` }],
    ["an empty file", { [name]: "" }],
  ])("is as its schema says for %s", async (_, files) => {
    await inFolder({ ...files, "rooms.yaml": rooms });
    const { code, out } = await covered(".", "--format", "json");
    const validate = new Ajv({ allErrors: true }).compile(schema);
    validate(JSON.parse(out));
    expect({ code, errors: validate.errors }).toEqual({ code: 0, errors: null });
  });

  it("names the file of each meeting, by date", async () => {
    await inFolder({ [name]: later, "b.contributions.yaml": tagged, "rooms.yaml": rooms });
    const { meetings } = JSON.parse((await covered(".", "--format", "json")).out);
    expect(meetings).toEqual([
      { file: "b.contributions.yaml", title: "M", date: "2019-12-10", isBroken: false },
      { file: name, title: "Later", date: "2020-05-01", isBroken: false },
    ]);
  });
});

describe("coverage -o", () => {
  it("writes the picture, whole, with nothing beside it", async () => {
    await inFolder({ [name]: tagged, "rooms.yaml": rooms });
    const { out: picture } = await covered(name, "--format", "svg");
    expect(picture).toMatch(/^<svg .*<title>Coverage of M, 2019-12-10<\/title>.*<\/svg>\n$/s);
    expect(await covered(name, "--format", "svg", "-o", "out.svg")).toEqual({ code: 0, out: "", err: "" });
    expect(await contentOf("out.svg")).toBe(picture);
    expect((await readdir(".")).sort()).toEqual([name, "out.svg", "rooms.yaml"]);
  });

  it("replaces the target of a link and keeps its mode", async () => {
    await inFolder({ [name]: tagged, "rooms.yaml": rooms, "real.json": "old" });
    await chmod("real.json", 0o640);
    await symlink("real.json", "link.json");
    await covered(name, "--format", "json", "-o", "link.json");
    expect(JSON.parse(await contentOf("real.json")).total.items).toBe(2);
    expect((await stat("real.json")).mode & 0o777).toBe(0o640);
  });

  it("writes to a device as to any other, and leaves it in its place", async () => {
    await inFolder({ [name]: tagged, "rooms.yaml": rooms });
    expect(await covered(name, "-o", "/dev/null")).toEqual({ code: 0, out: "", err: "" });
    expect((await stat("/dev/null")).isCharacterDevice()).toBe(true);
  });

  it.each([
    ["a folder", "folder", "is a folder"],
    ["a folder that is not there", "gone/out.svg", "no such file or folder"],
    ["a file as a folder", "rooms.yaml/out.svg", "no such file or folder"],
  ])("refuses %s and creates no file", async (_, path, why) => {
    await inFolder({ [name]: tagged, "rooms.yaml": rooms });
    await mkdir("folder");
    expect(await covered(name, "-o", path)).toEqual({
      code: 2,
      out: "",
      err: `wlcg-notes: ${path}: ${why}\n`,
    });
    expect((await readdir(".", { recursive: true })).sort()).toEqual([name, "folder", "rooms.yaml"]);
  });
});

describe("coverage of files that are not meetings", () => {
  it("names each file, shows the others, and exits 2", async () => {
    await inFolder({
      [name]: tagged,
      "b.contributions.yaml": "kind: Pod\n",
      "c.contributions.yaml": Buffer.from([0x89, 0xff, 0xfe, 0xc0]),
      "rooms.yaml": rooms,
    });
    const { code, out, err } = await covered(".", "gone");
    expect(code).toBe(2);
    expect(out).toContain("Coverage of M, 2019-12-10\n");
    expect(err).toBe(
      [
        "wlcg-notes: gone: no such file or folder",
        "wlcg-notes: c.contributions.yaml: is not text encoded as UTF-8",
        "wlcg-notes: b.contributions.yaml: is not a contributions file",
        "",
      ].join("\n"),
    );
  });

  it("writes nothing where no meeting is left", async () => {
    await inFolder({ [name]: "kind: Pod\n", "rooms.yaml": rooms, "out.svg": "as before" });
    expect(await covered(name, "--format", "svg", "-o", "out.svg")).toMatchObject({ code: 2, out: "" });
    expect(await contentOf("out.svg")).toBe("as before");
  });
});
