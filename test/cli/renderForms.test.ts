import { chmod, readdir, symlink, writeFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { contentOf, inFolder, wlcgNotes } from "../support/commandLine";
import { inMeeting } from "../support/findings";

const name = "a.contributions.yaml";
const meeting = `meeting:
  title: Workshop
  date: 2026-03-28
  endDate: 2026-03-29
sessions:
  - {title: Storage, date: 2026-03-29}
contributions:
  - title: One
    url: https://example.org/1
    notes: "first\\nsecond"
    themes: none
  - {break: Coffee}
  - title: Two
    session: Storage
    url: https://example.org/2/
    actions: [{text: Ask again, owner: A. Forti}]
    themes: none
  - title: Three
    url: https://example.org/1
    themes: none
surveys:
  - {question: Q, themes: none}
`;

describe("render --to indico", () => {
  it("writes a fragment with headings from the second level down", async () => {
    await inFolder({ [name]: meeting });
    const { code, out } = await wlcgNotes("render", name, "--to", "indico", "--by", "agenda");
    expect(code).toBe(0);
    expect(out).toMatch(/^<p>|^<ul>/);
    expect(out).toContain("<p>first<br>\nsecond</p>");
    expect(out).not.toMatch(/<h1|<svg|<details|style=|id=|<main|<section/);
    expect(out).toMatch(/>\n$/);
  });
});

describe("render --item", () => {
  it.each([
    ["1", "# [One](<https://example.org/1>)\n\n"],
    ["2", "# [Two](<https://example.org/2/>)\n\n"],
    ["https://example.org/2", "# [Two](<https://example.org/2/>)\n\n"],
    ["3", "# [Three](<https://example.org/1>)\n"],
    ["two", "# [Two](<https://example.org/2/>)\n\n"],
  ])("%s writes one contribution as Markdown", async (item, start) => {
    await inFolder({ [name]: meeting });
    const { code, out } = await wlcgNotes("render", name, "--item", item);
    expect(code).toBe(0);
    expect(out.startsWith(start)).toBe(true);
    expect(out.match(/^# /gm)).toHaveLength(1);
    expect(out.includes("Ask again")).toBe(start.includes("Two"));
  });

  it.each([
    ["indico", /^<h2><a href="https:\/\/example\.org\/2\/">Two<\/a><\/h2>\n(?![\s\S]*One)/],
    ["html", /^<!DOCTYPE html>[\s\S]*<title>Two<\/title>[\s\S]*<h1 id[\s\S]*>Two</],
    ["json", /^\{[\s\S]*"title": "Two"/],
  ])("writes one contribution as %s", async (to, pattern) => {
    await inFolder({ [name]: meeting });
    const { code, out } = await wlcgNotes("render", name, "--item", "2", "--to", to);
    expect(code).toBe(0);
    expect(out).toMatch(pattern);
    expect(out).not.toContain("second");
  });

  it("says on which day and in which session it is", async () => {
    await inFolder({ [name]: meeting });
    expect((await wlcgNotes("render", name, "--item", "2")).out).toMatch(/Sunday 29 March.*Storage/);
  });

  it.each([
    ["0", "there is no contribution 0; the file has 3"],
    ["4", "there is no contribution 4; the file has 3"],
    ["1.1", "there is no part 1.1; contribution 1 has 0"],
    ["9.1", "there is no contribution 9; the file has 3"],
    ["999999999999", 'no contribution or part has the title "999999999999"'],
    ["Four", 'no contribution or part has the title "Four"'],
    ["Q", 'no contribution or part has the title "Q"'],
    ["javascript:alert(1)", 'no contribution or part has the title "javascript:alert(1)"'],
    ["https://example.org/9", "no contribution or part has the url https://example.org/9"],
    ["https://example.org/1", "2 contributions have the url https://example.org/1; pass a number instead"],
  ])("refuses %s and writes nothing", async (item, problem) => {
    await inFolder({ [name]: meeting });
    const expected = { code: 2, out: "", err: `wlcg-notes: --item: ${problem}\n` };
    expect(await wlcgNotes("render", name, "--item", item, "-o", "out.md")).toEqual(expected);
    expect(await readdir(".")).toEqual([name]);
  });
});

describe("render --item of a part", () => {
  const withParts = inMeeting(`  - title: Whole
    url: https://example.org/c/5
    notes: Of the whole
    themes: [security]
    actions: [{text: Of the whole too, owner: A. Forti}]
    parts:
      - title: First
        url: https://example.org/c/5/s/1/
        speakers: [B. Two]
        abstract: In short
        notes: |
          Of the first
          ACTION: B. Two to send the list by 2026-04-01
        links: [{title: Slides, url: https://example.org/slides}]
      - title: Twice
        notes: Of the second
  - title: Other
    parts: [{title: Twice, duration: 5}, {title: whole}]
`);

  it.each(["https://example.org/c/5/s/1", "https://example.org/c/5/s/1/", "1.1", "First", "first"])(
    "writes the part with its notes: %s",
    async (item) => {
      await inFolder({ [name]: withParts });
      const { code, out } = await wlcgNotes("render", name, "--item", item);
      expect(code).toBe(0);
      expect(out).toMatch(/^# \[First\]\(<https:\/\/example\.org\/c\/5\/s\/1\/>\)\n\nB\. Two · \[Slides\]/);
      expect(out).toContain("> In short\n\nOf the first  \n");
      expect(out.match(/send the list/g)).toHaveLength(1);
      expect(out).not.toMatch(/of the whole|Twice|second/i);
    },
  );

  it.each([
    [
      "indico",
      /^<h2><a href="https:\/\/example\.org\/c\/5\/s\/1\/">First<\/a><\/h2>\n[\s\S]*<p>Of the first/,
    ],
    ["html", /<title>First<\/title>/],
    ["json", /"title": "First"/],
  ])("writes the part as %s", async (to, pattern) => {
    await inFolder({ [name]: withParts });
    const { code, out } = await wlcgNotes("render", name, "--item", "1.1", "--to", to);
    expect(code).toBe(0);
    expect(out).toMatch(pattern);
    expect(out).not.toMatch(/of the whole|Twice|second/i);
  });

  it("has the actions in its notes in JSON and in templates", async () => {
    await inFolder({ [name]: withParts, "t.txt": "{{#openActions}}{{text}} {{due}}{{/openActions}}" });
    const [json, filled] = [
      await wlcgNotes("render", name, "--item", "1.1", "--to", "json"),
      await wlcgNotes("render", name, "--item", "1.1", "--template", "t.txt"),
    ];
    expect(JSON.parse(json.out).items).toMatchObject([
      { actions: [{ owners: ["B. Two"], due: "2026-04-01" }] },
    ]);
    expect(filled.out).toMatch(/send the list 2026-04-01$/i);
  });

  it("finds a contribution before a part, and refuses what several parts have", async () => {
    await inFolder({ [name]: withParts });
    expect((await wlcgNotes("render", name, "--item", "Whole")).out).toContain("Of the whole");
    expect((await wlcgNotes("render", name, "--item", "Twice")).err).toBe(
      'wlcg-notes: --item: 2 parts have the title "Twice"; pass a number instead\n',
    );
    expect((await wlcgNotes("render", name, "--item", "2.1")).out).toBe("# Twice\n\n**5 min**\n");
    expect((await wlcgNotes("render", name, "--item", "1.3")).err).toContain("contribution 1 has 2\n");
  });
});

describe("render --sections", () => {
  it("writes the named sections", async () => {
    await inFolder({ [name]: meeting });
    const { code, out } = await wlcgNotes("render", name, "--sections", "actions, head");
    expect(code).toBe(0);
    expect(out).toContain("Ask again");
    expect(out).not.toContain("One");
  });
});

describe("render refuses arguments that it cannot use", () => {
  it.each([
    [["--sections", "agenda,foo"], /^wlcg-notes: unknown section "foo"; expected one of head, /],
    [["--sections", ","], /^wlcg-notes: --sections must name a section\n$/],
    [["--sections", "agenda", "--to", "ics"], /^wlcg-notes: --sections does not apply to --to ics\n$/],
    [["--sections", "agenda", "--item", "1"], /^wlcg-notes: --item and --sections exclude each other\n$/],
    [["--item", "1", "--to", "ics"], /^wlcg-notes: --item does not apply to --to ics\n$/],
    [["--to", "html", "--template", "t.mustache"], /^wlcg-notes: --to and --template exclude each other\n$/],
    [["--template", "gone.mustache"], /^wlcg-notes: gone\.mustache: no such file or folder\n$/],
    [["--template", "."], /^wlcg-notes: \.: is a folder\n$/],
    [["--watch"], /^wlcg-notes: --watch needs -o OUT\n$/],
  ])("%j", async (args, words) => {
    await inFolder({ [name]: meeting });
    const { code, out, err } = await wlcgNotes("render", name, ...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(words);
  });

  it("standard input with --watch", async () => {
    await inFolder({});
    expect(await wlcgNotes("render", "-", "--watch", "-o", "a.md")).toMatchObject({
      code: 2,
      err: "wlcg-notes: --watch needs a file, not standard input\n",
    });
  });
});

describe("render --template", () => {
  const template = "{{meeting.title}}\n{{#items}}\n{{> item}}\n{{/items}}\n";

  it("fills a template and its partials, which are in its folder", async () => {
    await inFolder({
      [name]: meeting,
      "forms/mail.txt.mustache": template,
      "forms/item.txt.mustache": "- {{title}}\n",
    });
    const filled = await wlcgNotes("render", name, "--template", "forms/mail.txt.mustache");
    expect(filled).toEqual({ code: 0, out: "Workshop\n- One\n- Two\n- Three\n- Q\n", err: "" });
  });

  it("fills it with one contribution, and with other groupings", async () => {
    await inFolder({ [name]: meeting, "t.mustache": "{{#items}}{{title}};{{/items}}{{by}}" });
    const render = (...args: readonly string[]) =>
      wlcgNotes("render", name, "--template", "t.mustache", ...args);
    expect((await render("--item", "2")).out).toBe("Two;agenda");
    expect((await render("--by", "community")).out).toBe("One;Two;Three;Q;community");
  });

  it("reads the partial with the extension of the template first", async () => {
    const files = { [name]: meeting, "a.md.mustache": "{{> p}}" };
    await inFolder({ ...files, "p.md.mustache": "1", "p.mustache": "2", p: "3" });
    expect((await wlcgNotes("render", name, "--template", "a.md.mustache")).out).toBe("1");
    await inFolder({ ...files, "p.mustache": "2", p: "3" });
    expect((await wlcgNotes("render", name, "--template", "a.md.mustache")).out).toBe("2");
  });

  it.each([
    [
      "broken",
      "{{#items}}",
      'a.mustache: line 1, column 1: section "items" is not closed; expected {{/items}}',
    ],
    ["recursive", "\n{{> p}}", 'p.mustache: line 1, column 2: partial "p" contains itself: p > p'],
    [
      "with a partial outside",
      "{{> ../secret}}",
      /^a\.mustache: line 1, column 1: "\.\.\/secret" is not the name of/,
    ],
    [
      "with an absolute partial",
      "{{> /etc/passwd}}",
      /^a\.mustache: line 1, column 1: "\/etc\/passwd" is not the name of/,
    ],
    [
      "with an unknown partial",
      "{{> gone}}",
      /^a\.mustache: line 1, column 1: there is no partial "gone"; expected a/,
    ],
    ["with a link as a partial", "{{> link}}", /^link: is a link; a partial must be a file$/],
    ["of 10 MB", "x".repeat(10_000_000), "a.mustache: must have at most 1000000 characters"],
    [
      "of 2 MB",
      "x".repeat(2_000_000),
      /^a\.mustache: line 1, column 1: the template must have at most 1000000/,
    ],
    ["with a partial of 10 MB", "{{> big}}", "big.mustache: must have at most 1000000 characters"],
    ["that is no text", Buffer.from([0x89, 0xff, 0xfe, 0xc0]), "a.mustache: is not text encoded as UTF-8"],
  ])("that is %s: a message, exit code 2, nothing written", async (kind, text, words) => {
    const big = kind.includes("partial of") ? { "big.mustache": "x".repeat(10_000_000) } : {};
    await inFolder({
      [name]: meeting,
      "a.mustache": text,
      "p.mustache": " {{> p}}",
      "out.txt": "old",
      ...big,
    });
    await symlink("/etc/passwd", "link");
    const { code, out, err } = await wlcgNotes("render", name, "--template", "a.mustache", "-o", "out.txt");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    const line = err.replace(/^wlcg-notes: (.*)\n$/s, "$1");
    if (typeof words === "string") expect(line).toBe(words);
    else expect(line).toMatch(words);
    expect(await contentOf("out.txt")).toBe("old");
  });

  it("does not write onto the template or a partial", async () => {
    await inFolder({ [name]: meeting, "a.mustache": "{{> p}}", "p.mustache": "x" });
    for (const out of ["a.mustache", "p.mustache"])
      expect(await wlcgNotes("render", name, "--template", "a.mustache", "-o", out)).toMatchObject({
        code: 2,
        err: `wlcg-notes: ${out}: is an input of this run\n`,
      });
  });

  it("that cannot be read is reported", async () => {
    await inFolder({ [name]: meeting, "a.mustache": "x" });
    await chmod("a.mustache", 0o000);
    await writeFile("b", "");
    const { code } = await wlcgNotes("render", name, "--template", "a.mustache");
    expect(code).toBe(process.getuid?.() === 0 ? 0 : 2);
  });
});
